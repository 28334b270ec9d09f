import { defineTexts } from '../../i18n/contract.ts'

export const texts = defineTexts(
  {
    'refusal.ledger.insufficient':
      'Saldo tidak cukup: kurang {measure, select, rupiah {Rp {short, number}} gram {{short, number} gram} millilitre {{short, number} ml} other {{short, number} buah}}. Kurangi jumlahnya.',
    'refusal.ledger.reversal_breaks_floor':
      'Tidak dapat dibatalkan: saldo akan kurang {measure, select, rupiah {Rp {short, number}} gram {{short, number} gram} millilitre {{short, number} ml} other {{short, number} buah}}. Catat sebagai piutang dengan persetujuan orang kedua.',
    'refusal.ledger.floor': 'Saldo tidak cukup. Kurangi jumlahnya.',
    'refusal.ledger.amount': 'Jumlah harus bilangan bulat dari 1 sampai {max, number}.',
    'refusal.ledger.too_large': 'Saldo akan melewati batas yang dapat dicatat. Periksa jumlahnya.',
    'refusal.ledger.no_legs': 'Satu pencatatan berisi 1 sampai {max, number} baris. Periksa isinya.',
    'refusal.ledger.too_many': 'Paling banyak {max, number} pencatatan sekaligus. Bagi menjadi beberapa kiriman.',
    'refusal.ledger.same_account': 'Asal dan tujuan tidak boleh sama. Pilih dua rekening yang berbeda.',
    'refusal.ledger.day_in_future': 'Tanggal {day} belum tiba. Pakai tanggal hari ini atau sebelumnya.',
    'refusal.ledger.account_unknown': 'Rekening ini tidak ada. Periksa pilihannya.',
    'refusal.ledger.account_exists': 'Rekening ini sudah ada. Pakai yang sudah ada.',
    'refusal.ledger.account_closed': 'Rekening ini sudah ditutup. Pakai rekening lain.',
    'refusal.ledger.account_not_empty': 'Rekening hanya dapat ditutup sekali dan pada saldo nol. Kosongkan dulu.',
    'refusal.ledger.commodity_mismatch': 'Satuan kedua rekening berbeda. Pilih rekening dengan satuan yang sama.',
    'refusal.ledger.transfer_unknown': 'Pencatatan ini tidak ada. Periksa nomornya.',
    'refusal.ledger.already_reversed': 'Pencatatan ini sudah dibatalkan. Satu pencatatan hanya dibatalkan sekali.',
    'refusal.ledger.is_reversal': 'Ini sudah sebuah pembatalan. Catat ulang yang benar sebagai pencatatan baru.',
  },
  {
    'refusal.ledger.insufficient':
      'The balance is not enough: {measure, select, rupiah {Rp {short, number}} gram {{short, number} grams} millilitre {{short, number} ml} other {{short, number} pieces}} short. Lower the amount.',
    'refusal.ledger.reversal_breaks_floor':
      'Cannot be reversed: the balance would be {measure, select, rupiah {Rp {short, number}} gram {{short, number} grams} millilitre {{short, number} ml} other {{short, number} pieces}} short. Record a receivable, approved by a second person.',
    'refusal.ledger.floor': 'The balance is not enough. Lower the amount.',
    'refusal.ledger.amount': 'The amount must be a whole number from 1 to {max, number}.',
    'refusal.ledger.too_large': 'The balance would pass the largest that can be recorded. Check the amount.',
    'refusal.ledger.no_legs': 'A transfer has 1 to {max, number} lines. Check what it holds.',
    'refusal.ledger.too_many': 'At most {max, number} transfers at once. Send them in several parts.',
    'refusal.ledger.same_account': 'Source and destination must differ. Choose two different accounts.',
    'refusal.ledger.day_in_future': 'The day {day} has not come yet. Use today or an earlier day.',
    'refusal.ledger.account_unknown': 'There is no such account. Check the choice.',
    'refusal.ledger.account_exists': 'This account is there already. Use it.',
    'refusal.ledger.account_closed': 'This account is closed. Use another one.',
    'refusal.ledger.account_not_empty': 'An account is closed once, and at a balance of zero. Empty it first.',
    'refusal.ledger.commodity_mismatch': 'The two accounts count in different units. Choose accounts of one unit.',
    'refusal.ledger.transfer_unknown': 'There is no such transfer. Check its number.',
    'refusal.ledger.already_reversed': 'This transfer has been reversed. A transfer is reversed once only.',
    'refusal.ledger.is_reversal': 'This is a reversal itself. Record the right transfer anew.',
  },
)
