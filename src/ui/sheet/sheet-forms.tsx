import { Actions, Button, LinkButton } from '../button/index.ts'
import { ErrorSummary } from '../error-summary/index.ts'
import {
  Checkbox,
  DateInput,
  FileInput,
  FormWords,
  NumberInput,
  Radios,
  Select,
  Textarea,
  TextInput,
} from '../field/index.ts'
import { Icon, type IconName } from '../icon/index.ts'
import { iconPaths } from '../icon/icon-paths.ts'
import { ownIcons } from '../icon/own-icons.ts'
import { SearchForm } from '../search-form/index.ts'
import { Section } from '../section/index.ts'
import type { Say } from './sheet-texts.ts'

export function ButtonsSection({ say }: { say: Say }) {
  const icons = [...Object.keys(ownIcons), ...Object.keys(iconPaths)] as IconName[]
  return (
    <>
      <Section id="buttons" title={say('buttons')}>
        <Actions>
          <Button type="button">{say('send')}</Button>
          <Button type="button" kind="second">
            {say('keep')}
          </Button>
          <Button type="button" kind="danger">
            {say('reject')}
          </Button>
          <Button type="button" kind="quiet">
            {say('cancel')}
          </Button>
        </Actions>
        <Actions>
          <Button type="button" busy={say('saving')}>
            {say('keep')}
          </Button>
          <Button type="button" small icon="plus">
            {say('weigh')}
          </Button>
          <LinkButton href="#buttons" kind="second" small icon="download-simple">
            {say('download')}
          </LinkButton>
          <LinkButton href="#buttons" kind="second" small iconAfter="arrow-right">
            {say('next')}
          </LinkButton>
        </Actions>
        <Actions>
          <Button type="button" blocked={{ id: 'approve-why', why: say('why') }}>
            {say('approve')}
          </Button>
        </Actions>
        <Button type="button" wide>
          {say('saveReceipt')}
        </Button>
      </Section>
      <Section id="icons" title={say('icons')}>
        <p className="row">
          {icons.map((name) => (
            <Icon key={name} name={name} label={name} />
          ))}
        </p>
      </Section>
    </>
  )
}

export function FieldsSection({ say }: { say: Say }) {
  return (
    <Section id="fields" title={say('fields')} note={say('fieldsNote')}>
      <FormWords words={{ error: say('error'), optional: say('optional'), required: say('required') }}>
        <ErrorSummary
          title={say('errorTitle')}
          errors={[
            { field: 'nik', message: say('errorNik') },
            { field: 'amount', message: say('errorAmount') },
          ]}
        />
        <form action="#fields" noValidate>
          <TextInput
            name="fullName"
            label={say('fullName')}
            hint={say('fullNameHint')}
            defaultValue="Sri Wahyuni"
            autoComplete="name"
            required
            markRequired
          />
          <NumberInput
            whole
            name="nik"
            label="NIK"
            hint={say('nikHint')}
            error={say('nikError')}
            defaultValue="35710100000000"
            required
          />
          <NumberInput
            whole
            name="amount"
            label={say('amount')}
            error={say('amountError')}
            defaultValue="30.000.000"
            prefix="Rp"
          />
          <NumberInput name="weight" label={say('weight')} defaultValue="1,85" suffix="kg" />
          <DateInput name="dueOn" label={say('dueDate')} defaultValue="2026-10-10" optional />
          <Select
            name="material"
            label={say('material')}
            placeholder={say('chooseMaterial')}
            choices={[
              { value: 'pet', label: say('bottles') },
              { value: 'cardboard', label: say('cardboard') },
            ]}
          />
          <Textarea name="reason" label={say('reason')} hint={say('reasonHint')} />
          <FileInput name="photo" label={say('photo')} hint={say('photoHint')} accept="image/*" optional />
          <Radios
            name="who"
            label={say('who')}
            defaultValue="self"
            choices={[
              { value: 'self', label: say('myself') },
              { value: 'cooperative', label: say('cooperative'), hint: say('cooperativeHint') },
            ]}
          />
          <Checkbox name="consent" label={say('consent')} hint={say('consentHint')} />
        </form>
      </FormWords>
      <SearchForm
        action="#fields"
        label={say('searchLabel')}
        button={say('search')}
        suggestions={{
          label: say('often'),
          links: [
            { href: '#loans', text: say('loans') },
            { href: '#bus', text: say('bus') },
          ],
        }}
      />
    </Section>
  )
}
