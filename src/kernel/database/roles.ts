import pg from 'pg'

/**
 * Refuses to run as a role that could rewrite proof: a superuser, an owner of the tables, or one that may update
 * or delete what is append-only.
 * @throws Error that names the right which is too much and how to take it away.
 */
export async function requireModestRole(url: string, schema: string, appendOnly: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`set search_path = ${pg.escapeIdentifier(schema)}`)
    const { rows } = await client.query<{ too_much: string }>(TOO_MUCH, [schema, appendOnly])
    if (rows.length > 0) {
      const list = rows.map((row) => row.too_much).join(', ')
      throw new Error(
        `Peran basis data pada DATABASE_URL terlalu berkuasa (${list}). Beri DATABASE_URL peran lain yang bukan pemilik. ` +
          `(The role of DATABASE_URL has too many rights: ${list}. Use a role that owns nothing.)`,
      )
    }
  } finally {
    await client.end()
  }
}

const TOO_MUCH = `
  select 'superuser' as too_much from pg_roles where rolname = current_user and rolsuper
  union all
  select 'owner of ' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where n.nspname = $1 and c.relkind in ('r','p') and pg_has_role(current_user, c.relowner, 'member')
     and not (select rolsuper from pg_roles where rolname = current_user)
  union all
  select 'may change ' || t from unnest($2::text[]) t
   where (has_table_privilege(t, 'update') or has_table_privilege(t, 'delete'))
     and not (select rolsuper from pg_roles where rolname = current_user)
  limit 5`

/** Makes the runtime role of a server of our own; a password is set anew at each start. */
export async function makeRuntimeRole(adminUrl: string, role: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(hashtext($1))', ['daha.role'])
    const name = pg.escapeIdentifier(role)
    const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role])
    if (!rowCount) await client.query(`create role ${name} login`)
    await client.query(`alter role ${name} password ${pg.escapeLiteral(password)}`)
  } finally {
    await client.end()
  }
}
