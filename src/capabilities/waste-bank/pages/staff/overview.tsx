import { Form, redirect } from 'react-router'
import { formatDate, translator } from '../../../../kernel/i18n/contract.ts'
import { attempt, pageIn } from '../../../../kernel/page/index.ts'
import { completeTask, listTasks } from '../../../../kernel/tasks/index.ts'
import { Button } from '../../../../ui/button/index.ts'
import { NumberInput } from '../../../../ui/field/index.ts'
import { Section } from '../../../../ui/section/index.ts'
import { Tag } from '../../../../ui/tag/index.ts'
import { silentUnits, unreadyUnits } from '../../index.ts'
import { staffTexts } from '../../texts/staff.ts'
import { callOptions, textOf } from '../field/read-form.ts'
import { RefusedNote } from '../field/refused-note.tsx'
import type { Route } from './+types/overview.ts'
import { asStaff } from './staff-facts.ts'
import { ListWays, StaffTable } from './staff-list.tsx'
import { StaffPage } from './staff-page.tsx'

export const handle = { scripts: false }

export async function loader({ context, request }: Route.LoaderArgs) {
  const { on, page } = asStaff(context, request)
  const query = new URL(request.url).searchParams
  const typed = Number(query.get('hari') ?? 30)
  const days = Number.isInteger(typed) && typed > 0 && typed <= 3650 ? typed : 30
  const [tasks, silent, unready] = await Promise.all([
    on.caller.ask(listTasks, { size: 20 }),
    on.caller.ask(silentUnits, { days, page: pageIn(query), size: 25 }),
    on.caller.ask(unreadyUnits, { size: 200 }),
  ])
  return { page, tasks, silent, days, unready: unready.rows }
}

export async function action({ context, request }: Route.ActionArgs) {
  const { on } = asStaff(context, request)
  const form = await request.formData()
  return attempt(context, form, async () => {
    await on.caller.do(completeTask, { taskId: textOf(form, 'taskId') }, callOptions(form))
    return redirect('/kelola?tersimpan')
  })
}

/** What waits for a manager, and which units have fallen silent. */
export default function Overview({ loaderData, actionData }: Route.ComponentProps) {
  const { page, tasks, silent, days, unready } = loaderData
  const t = translator(staffTexts, page.locale)
  const kindOf = (kind: string) => (kind === 'price_list_missing' ? t('staff.task.price_list_missing') : kind)
  return (
    <StaffPage page={page} title={t('staff.overview')} here="overview">
      <Section id="tugas" title={t('staff.tasks')}>
        <Form method="post">
          <input type="hidden" name="key" value={page.sendKey} />
          <RefusedNote locale={page.locale} answer={actionData} />
          <StaffTable
            page={page}
            id="daftar-tugas"
            caption={t('staff.tasks')}
            rows={tasks.rows}
            rowKey={(task) => task.taskId}
            stack
            none={t('staff.tasks.none')}
            columns={[
              {
                key: 'task',
                head: t('staff.task'),
                rowHeader: true,
                cell: (task) => <a href={`/kelola/unit/${task.placeId}`}>{kindOf(task.kind)}</a>,
              },
              { key: 'place', head: t('staff.task.place'), cell: (task) => task.placeName },
              {
                key: 'due',
                head: t('staff.task.due'),
                cell: (task) => (
                  <>
                    {formatDate(task.dueOn, page.locale, 'medium')}{' '}
                    {task.overdue ? <Tag tone="stop">{t('staff.task.overdue')}</Tag> : null}
                  </>
                ),
              },
              {
                key: 'done',
                head: <span className="vh">{t('staff.act')}</span>,
                cell: (task) => (
                  <Button kind="quiet" small name="taskId" value={task.taskId}>
                    {t('staff.task.done')}
                  </Button>
                ),
              },
            ]}
          />
        </Form>
      </Section>
      {unready.length === 0 ? null : <UnreadyUnits page={page} rows={unready} />}
      <SilentUnits page={page} silent={silent} days={days} />
    </StaffPage>
  )
}

type Facts = Route.ComponentProps['loaderData']

function UnreadyUnits({ page, rows }: { page: Facts['page']; rows: Facts['unready'] }) {
  const t = translator(staffTexts, page.locale)
  return (
    <Section id="belum-siap" title={t('staff.unready.units')}>
      <StaffTable
        page={page}
        id="unit-belum-siap"
        caption={t('staff.unready.units')}
        rows={rows}
        rowKey={(row) => row.unitId}
        stack
        none=""
        columns={[
          {
            key: 'unit',
            head: t('staff.unit'),
            rowHeader: true,
            cell: (row) => <a href={`/kelola/unit/${row.unitId}`}>{row.unitName}</a>,
          },
          { key: 'kelurahan', head: t('staff.kelurahan'), cell: (row) => row.kelurahan },
          {
            key: 'missing',
            head: t('staff.unready.missing'),
            cell: (row) =>
              [row.hasPrices ? [] : t('staff.unready.prices'), row.hasSharing ? [] : t('staff.unready.sharing')]
                .flat()
                .join(', '),
          },
        ]}
      />
    </Section>
  )
}

function SilentUnits({ page, silent, days }: Pick<Facts, 'page' | 'silent' | 'days'>) {
  const t = translator(staffTexts, page.locale)
  return (
    <Section id="diam" title={t('staff.silent', { days })}>
      <Form method="get" className="filters">
        <NumberInput name="hari" whole label={t('staff.silent.days')} defaultValue={String(days)} />
        <Button kind="second" small>
          {t('staff.show')}
        </Button>
      </Form>
      <StaffTable
        page={page}
        id="unit-diam"
        caption={t('staff.silent', { days })}
        rows={silent.rows}
        rowKey={(row) => row.unitId}
        stack
        none={t('staff.silent.none', { days })}
        columns={[
          {
            key: 'unit',
            head: t('staff.unit'),
            rowHeader: true,
            cell: (row) => <a href={`/kelola/unit/${row.unitId}`}>{row.unitName}</a>,
          },
          { key: 'kelurahan', head: t('staff.kelurahan'), cell: (row) => row.kelurahan },
          {
            key: 'last',
            head: t('staff.silent.last'),
            numeric: true,
            cell: (row) =>
              row.lastWeighingOn === null
                ? t('staff.silent.never')
                : `${formatDate(row.lastWeighingOn, page.locale, 'medium')} · ${t('staff.silent.since', { days: row.days ?? 0 })}`,
          },
        ]}
      />
      <ListWays page={page} of={silent} />
    </Section>
  )
}
