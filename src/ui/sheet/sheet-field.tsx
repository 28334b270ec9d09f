import { Button } from '../button/index.ts'
import { Signal } from '../connection/index.ts'
import { Corak, shortHash } from '../corak/index.ts'
import { Keypad, KeypadValue } from '../keypad/index.ts'
import { MaterialPicker } from '../material-picker/index.ts'
import { MoneyTotal } from '../money-total/index.ts'
import { ProofMark } from '../proof-mark/index.ts'
import { QrCode } from '../qr-code/index.ts'
import { Receipt, ReceiptLines } from '../receipt/index.ts'
import { Section } from '../section/index.ts'
import { hashes, sampleCode } from './sheet-data.ts'
import type { Say } from './sheet-texts.ts'

function unheard() {}

export function FieldWork({ say }: { say: Say }) {
  return (
    <div className="phone-pad stack">
      <MaterialPicker
        legend={say('material')}
        name="field-material"
        picked="pet"
        materials={[
          { value: 'pet', name: say('bottles'), price: 'Rp3.000/kg' },
          { value: 'cardboard', name: say('cardboard'), price: 'Rp1.500/kg' },
          { value: 'glass', name: 'Kaca', price: 'Rp400/kg', disabled: true },
        ]}
      />
      <div>
        <KeypadValue label={say('weight')} value="1,85" unit="kg" />
        <Keypad
          label={say('keys')}
          mark={{ text: ',', label: say('comma') }}
          backspace={say('erase')}
          onKey={unheard}
        />
      </div>
    </div>
  )
}

export function FieldTotal({ say }: { say: Say }) {
  return (
    <MoneyTotal
      label={say('sumOf')}
      detail="5,95 kg"
      amount="Rp11.250"
      note={say('sumNote')}
      action={
        <Button type="button" wide>
          {say('saveReceipt')}
        </Button>
      }
    />
  )
}

export function FieldSection({ say }: { say: Say }) {
  return (
    <Section id="field" title={say('field')} note={say('fieldNote')}>
      <Signal state="off" title={say('keepWorking')}>
        {say('safeHere')}
      </Signal>
      <Signal state="on" title={say('joined')} />
      <FieldWork say={say} />
      <ReceiptOn say={say} paper={80} />
      <ReceiptOn say={say} paper={58} />
    </Section>
  )
}

function ReceiptOn({ say, paper }: { say: Say; paper: 58 | 80 }) {
  return (
    <Receipt
      paper={paper}
      heading={2}
      pillar="environment"
      title={say('receipt')}
      place="Bank Sampah Hijau Daun, Bujel"
      facts={[
        { key: '1', name: say('number'), value: 'HJ-A-2026-000009' },
        { key: '2', name: say('time'), value: '10-10-2026, 09.41' },
        { key: '3', name: say('member'), value: 'Siti Maimunah, 0142' },
      ]}
      total={{ label: say('intoBalance'), amount: 'Rp11.250' }}
      state={<ProofMark state="local">{say('local')}</ProofMark>}
      proof={{
        qr: <QrCode path={sampleCode(25)} modules={25} label={say('qr')} size={104} />,
        corak: <Corak hash={hashes[0]} />,
        text: (
          <p>
            <b className="num">{shortHash(hashes[0])}</b>
            <br />
            {say('scan')}
          </p>
        ),
      }}
      foot={say('receiptFoot')}
    >
      <ReceiptLines
        label={say('material')}
        lines={[
          { key: '1', name: say('bottles'), reckoning: '1,85 kg × Rp3.000', amount: 'Rp5.550' },
          { key: '2', name: say('cardboard'), reckoning: '3,20 kg × Rp1.500', amount: 'Rp4.800' },
          { key: '3', name: 'Plastik campur', reckoning: '0,90 kg × Rp1.000', amount: 'Rp900' },
        ]}
      />
    </Receipt>
  )
}
