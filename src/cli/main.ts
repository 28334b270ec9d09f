import { Command } from 'commander'
import { closing, withCity } from './city.ts'
import { createAdminCommand, keysCommand } from './upkeep.ts'
import { askCommand, describeCommand, doCommand, getCommand, listCommand } from './speak.ts'
import { backupCommand, restoreCommand, sealCommand, verifyCommand } from './prove.ts'

/** The same operations and queries as at every other door, for a terminal. Refusals exit 2, faults 1. */
const program = new Command('daha')
  .description('Daha at the command line. The city is that of the settings (docs/settings.md); it may be running.')
  .option('--bahasa <id|en>', 'language of what is said', (process.env['LANG'] ?? '').startsWith('en') ? 'en' : 'id')
  .showHelpAfterError()

const who = (command: Command) =>
  command
    .option('--as <user>', 'user name on whose behalf you act; access is asked as for that user')
    .option('--token <token>', 'API token, in place of --as (or DAHA_TOKEN)')

who(program.command('do').argument('<operation>').description('do an operation'))
  .option('--json <input>', 'input as JSON', '{}')
  .option('--key <key>', 'idempotency key: the same key gives the same answer, once')
  .option('--confirm <codes...>', 'codes of questions answered with yes')
  .option('--check', 'dry run: everything happens, nothing is kept')
  .action(withCity(doCommand))
who(program.command('ask').argument('<query>').description('ask a query'))
  .option('--json <input>', 'input as JSON', '{}')
  .action(withCity(askCommand))
who(program.command('get').argument('<file>').description('write a download to a file, e.g. price.wall.pdf'))
  .option('--json <input>', 'input as JSON', '{}')
  .requiredOption('-o, --output <file>', 'where to write it')
  .action(withCity(getCommand))
program.command('list').description('names of all operations, queries and downloads').action(closing(listCommand))
program
  .command('describe')
  .argument('<name>')
  .description('input and output as JSON Schema')
  .action(closing(describeCommand))
program.command('verify').description('whether every row stands as it was written').action(withCity(verifyCommand))
program
  .command('seal')
  .description('seal the audit entries since the last seal, as the server does each minute')
  .action(withCity(sealCommand))
program.command('backup').argument('<file>').description('write the city to one file').action(withCity(backupCommand))
program
  .command('restore')
  .argument('<file>')
  .description('load a backup into an empty database')
  .action(closing(restoreCommand))
program
  .command('admin')
  .argument('<create>', 'create: the first administrator')
  .description('make the first administrator of a city')
  .requiredOption('--user-name <name>')
  .option('--name <display name>', 'name as shown', 'Administrator')
  .option('--password-stdin', 'read the password from standard input; else a one-time password is made')
  .action(withCity(createAdminCommand))
program
  .command('keys')
  .argument('<create|rotate>', 'create: the key file of a new city; rotate: a new newest key of a purpose')
  .argument('[purpose]', 'for rotate')
  .description('make the key file, or add a new key to a purpose of it')
  .action(closing(keysCommand))

await program.parseAsync()
