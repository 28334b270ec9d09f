import { can } from '../../kernel/access/index.ts'
import { mergeTexts } from '../../kernel/i18n/contract.ts'
import type { Manifest } from '../../kernel/registry/index.ts'
import { permissions } from './contract.ts'
import { downloads } from './documents/index.ts'
import { eraseHook } from './operations/erase.ts'
import { weightIndicator } from './indicators.ts'
import { unitsAndRules } from './migrations/0001-units-and-rules.ts'
import { weighing } from './migrations/0002-weighing.ts'
import { addMaterial, closeMaterial } from './operations/add-material.ts'
import { addUnit } from './operations/add-unit.ts'
import { closeUnit } from './operations/close-unit.ts'
import { closeDay, openDay } from './operations/day.ts'
import { importMembers } from './operations/import-members.ts'
import { claimMembership, joinMember, leaveMember, renewClaimCode, setPin } from './operations/members.ts'
import { payWithdrawal, sendWithdrawalCode } from './operations/pay-withdrawal.ts'
import { recordDeposit } from './operations/record-deposit.ts'
import { reverseDeposit } from './operations/reverse-deposit.ts'
import { setPrices, withdrawPrices } from './operations/set-prices.ts'
import { orderMaterials, setLimit, setSharing } from './operations/set-rules.ts'
import { getDay, getRecap, listDays } from './queries/day.ts'
import { findMembers, getMember } from './queries/members.ts'
import { myLines, myMemberships } from './queries/mine.ts'
import { getReceipt, listReceipts, publicReceipt } from './queries/receipts.ts'
import { getPrices, listMaterials, listRules } from './queries/rules.ts'
import { listUnits, silentUnits, unreadyUnits } from './queries/units.ts'
import { constraints } from './refusals.ts'
import { fieldTexts } from './texts/field.ts'
import { texts } from './texts/index.ts'

const retention = 'ten years after the year it belongs to (asumsi)'
const rules = { holds: 'public', retention, proof: 'rows' } as const
const records = { holds: 'operational', retention, proof: 'rows', appendOnly: true } as const

export const wasteBankManifest: Manifest = {
  name: 'waste-bank',
  uses: ['places', 'people'],
  migrations: [unitsAndRules, weighing],
  permissions,
  texts: mergeTexts(texts, fieldTexts),
  constraints,
  tables: {
    waste_unit: rules,
    material: rules,
    unit_material: rules,
    price_list: rules,
    price: { ...rules, appendOnly: true },
    sharing_rule: { ...rules, appendOnly: true },
    unit_limit: { ...rules, appendOnly: true },
    member: { holds: 'personal', retention, proof: 'rows', subject: 'personId' },
    weighing_day: { holds: 'operational', retention, proof: 'rows' },
    deposit: records,
    weighing: records,
    deposit_reversal: records,
    withdrawal: records,
    withdrawal_signature: {
      holds: 'personal',
      retention,
      proof: 'rows',
      subject: 'personId',
      personalColumns: ['strokes'],
    },
    withdrawal_code: { holds: 'secret', retention: 'thirty days', proof: 'rows' },
  },
  operations: [
    addUnit,
    closeUnit,
    addMaterial,
    closeMaterial,
    setPrices,
    withdrawPrices,
    setSharing,
    setLimit,
    orderMaterials,
    joinMember,
    importMembers,
    leaveMember,
    renewClaimCode,
    claimMembership,
    setPin,
    openDay,
    closeDay,
    recordDeposit,
    reverseDeposit,
    sendWithdrawalCode,
    payWithdrawal,
  ],
  queries: [
    listUnits,
    silentUnits,
    unreadyUnits,
    listMaterials,
    getPrices,
    listRules,
    findMembers,
    getMember,
    getDay,
    getRecap,
    listDays,
    listReceipts,
    getReceipt,
    publicReceipt,
    myMemberships,
    myLines,
  ],
  downloads,
  topics: [
    {
      name: 'waste-unit',
      about: 'Something was recorded at a unit; the id is the unit.',
      allow: can('waste.read', (_db, { id }) => id),
    },
  ],
  indicators: [weightIndicator],
  erase: eraseHook,
}
