import { Form, useLocation } from 'react-router'
import { translator } from '../../../kernel/i18n/contract.ts'
import { attempt, formKey, pageIn, signedIn } from '../../../kernel/page/index.ts'
import { addUser, listRoles, listUsers } from '../../../kernel/sign-in/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { DataTable } from '../../../ui/data-table/index.ts'
import { DateInput, Select, TextInput } from '../../../ui/field/index.ts'
import { ListPagination } from '../../../ui/pagination/index.ts'
import { Section } from '../../../ui/section/index.ts'
import { settingsTexts } from '../../texts/settings.ts'
import { errorOf, RefusedForm } from '../sign-in/account-frame.tsx'
import { proveFirst } from '../sign-in/prove-first.ts'
import { roleNames } from '../sign-in/rules/role-names.ts'
import { OneTimePassword } from './one-time-password.tsx'
import type { Route } from './+types/users.ts'
import { givingChoices, textIn } from './settings-facts.ts'
import { SettingsPage } from './settings-page.tsx'

export const handle = { scripts: false }

const sorts = ['name', '-name', '-madeAt'] as const

export async function loader({ context, request }: Route.LoaderArgs) {
  const on = signedIn(context, request)
  const query = new URL(request.url).searchParams
  const asked = {
    q: (query.get('cari') ?? '').slice(0, 100),
    status: query.get('keadaan') === 'closed' ? ('closed' as const) : ('active' as const),
    sort: sorts.find((one) => one === query.get('urutan')) ?? 'name',
  }
  const [known, giving] = await Promise.all([on.caller.ask(listRoles, {}), givingChoices(on)])
  const roles = known.map(({ role }) => role)
  const role = roles.find((one) => one === query.get('tugas'))
  const only = role === undefined ? asked : { ...asked, role }
  const users = await on.caller.ask(listUsers, { ...only, page: pageIn(query), size: 25 })
  return {
    locale: on.locale,
    user: on.session?.name ?? '',
    users,
    roles,
    giving,
    asked: { ...asked, role: role ?? '' },
    sendKey: formKey(),
  }
}

export async function action({ context, request }: Route.ActionArgs) {
  const on = signedIn(context, request)
  const form = await request.formData()
  const given = (name: string) => textIn(form, name)
  return attempt(context, form, () =>
    proveFirst('/kelola/pengguna', async () => {
      const phone = given('phone')
      const input = {
        userName: given('userName'),
        displayName: given('displayName'),
        role: given('role'),
        placeId: given('placeId'),
        ...(phone === '' ? {} : { phone }),
        ...(given('validFrom') === '' ? {} : { validFrom: given('validFrom') }),
      }
      const { oneTimePassword } = await on.caller.do(addUser, input, { key: given('key') })
      return { oneTimePassword, name: input.userName }
    }),
  )
}

type Facts = Route.ComponentProps['loaderData']

/** Who works here, and what each may do where. */
export default function Users({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, user, users } = loaderData
  const t = translator(settingsTexts, locale)
  const { search } = useLocation()
  return (
    <SettingsPage user={user} title={t('settings.users')}>
      <UserFilters {...loaderData} />
      <UserTable {...loaderData} />
      <ListPagination
        of={users}
        search={search}
        words={{
          label: t('settings.pages'),
          summary: (page, pages) => t('settings.pages.of', { page, pages }),
          previous: t('settings.previous'),
          next: t('settings.next'),
        }}
      />
      <NewUser facts={loaderData} answer={actionData} />
    </SettingsPage>
  )
}

function UserFilters({ locale, asked, roles }: Facts) {
  const t = translator(settingsTexts, locale)
  const nameOf = roleNames(locale)
  return (
    <Form method="get" role="search" className="filters">
      <TextInput name="cari" label={t('settings.search')} defaultValue={asked.q} />
      <Select
        name="keadaan"
        label={t('settings.status')}
        defaultValue={asked.status}
        choices={(['active', 'closed'] as const).map((value) => ({ value, label: t(`settings.${value}`) }))}
      />
      <Select
        name="tugas"
        label={t('settings.role')}
        defaultValue={asked.role}
        choices={[{ value: '', label: t('settings.any') }, ...roles.map((value) => ({ value, label: nameOf(value) }))]}
      />
      <Select
        name="urutan"
        label={t('settings.sort')}
        defaultValue={asked.sort}
        choices={sorts.map((value) => ({ value, label: t(`settings.sort.${value}`) }))}
      />
      <Button kind="second" small>
        {t('settings.find')}
      </Button>
    </Form>
  )
}

function UserTable({ locale, users }: Facts) {
  const t = translator(settingsTexts, locale)
  const nameOf = roleNames(locale)
  return (
    <DataTable
      id="pengguna"
      caption={t('settings.users')}
      captionHidden
      region={t('settings.scroll')}
      rows={users.rows}
      rowKey={(user) => user.userId}
      stack
      empty={<p>{t('settings.none')}</p>}
      columns={[
        {
          key: 'name',
          head: t('settings.name'),
          rowHeader: true,
          cell: (user) => <a href={`/kelola/pengguna/${user.userId}`}>{user.displayName}</a>,
        },
        { key: 'userName', head: t('settings.user_name'), cell: (user) => user.userName },
        { key: 'roles', head: t('settings.role'), cell: (user) => user.roles.map(nameOf).join(', ') },
      ]}
    />
  )
}

interface NewUserProps {
  facts: Facts
  answer: Route.ComponentProps['actionData']
}

function NewUser({ facts: { locale, giving, sendKey }, answer }: NewUserProps) {
  const t = translator(settingsTexts, locale)
  const nameOf = roleNames(locale)
  const refused = answer && 'refusal' in answer ? answer : undefined
  const made = answer && 'oneTimePassword' in answer ? answer : undefined
  const field = (name: string) => ({
    name,
    defaultValue: refused?.typed[name] ?? '',
    error: errorOf(refused?.refusal, name),
  })
  if (giving.roles.length === 0) return null
  // The address has no hash: with one, a browser without script would not move the focus to what the answer says.
  return (
    <Section id="tambah" title={t('settings.add')}>
      <Form method="post" className="stack">
        <input type="hidden" name="key" value={sendKey} />
        {made === undefined ? null : (
          <OneTimePassword locale={locale} name={made.name} password={made.oneTimePassword} />
        )}
        <RefusedForm refusal={refused?.refusal} />
        <TextInput {...field('displayName')} label={t('settings.name')} required />
        <TextInput {...field('userName')} label={t('settings.user_name')} autoCapitalize="none" required />
        <TextInput {...field('phone')} type="tel" label={t('settings.phone')} />
        <Select
          {...field('role')}
          label={t('settings.role')}
          placeholder={t('settings.choose')}
          choices={giving.roles.map((value) => ({ value, label: nameOf(value) }))}
          required
        />
        <Select
          {...field('placeId')}
          label={t('settings.place')}
          placeholder={t('settings.choose')}
          choices={giving.places}
          required
        />
        <DateInput {...field('validFrom')} label={t('settings.from')} />
        <Button>{t('settings.add_button')}</Button>
      </Form>
    </Section>
  )
}
