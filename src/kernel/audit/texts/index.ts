import { defineTexts } from '../../i18n/contract.ts'

/** The words of `daha verify`. */
export const texts = defineTexts(
  {
    'verify.passed':
      'Semua cocok: {rows, plural, other {# baris}} di {tables, plural, other {# tabel}}, {entries, plural, other {# catatan}}, {seals, plural, other {# segel}}.',
    'verify.failed':
      '{n, plural, other {# hal tidak cocok}} dengan catatannya. Tidak ada yang diubah oleh pemeriksaan ini.',
    'verify.unlisted': 'Dan {n, plural, other {# lagi}} yang tidak dirinci.',
    'verify.unsealed': '{n, plural, other {# catatan}} belum disegel; disegel sekarang.',
    'verify.what.changed': '{table}: baris {id} diubah di luar Daha.',
    'verify.what.missing': '{table}: baris {id} dihapus di luar Daha.',
    'verify.what.inserted': '{table}: baris {id} dimasukkan di luar Daha.',
    'verify.what.not_derived': '{table}: nilai pada baris {id} tidak sama dengan hitungan dari sumbernya.',
    'verify.table.missing': 'Tabel {table} tidak ada lagi.',
    'verify.table.inserted': 'Tabel {table} bukan buatan Daha.',
    'verify.trigger.inserted': '{table}: ada pemicu (trigger) {id} yang bukan buatan Daha.',
    'verify.next':
      'Simpan keadaan basis data ini, tanya siapa yang memegang kata sandinya, lalu bandingkan dengan cadangan terakhir.',
    'verify.stage.entries': 'Memeriksa catatan: {done}',
    'verify.stage.rows': 'Memeriksa baris: {done}',
    'verify.stage.derived': 'Menghitung ulang',
  },
  {
    'verify.passed':
      'Everything matches: {rows, plural, one {# row} other {# rows}} in {tables, plural, one {# table} other {# tables}}, {entries, plural, one {# entry} other {# entries}}, {seals, plural, one {# seal} other {# seals}}.',
    'verify.failed':
      '{n, plural, one {# thing does} other {# things do}} not match what was recorded. This check changed nothing.',
    'verify.unlisted': 'And {n, plural, other {# more}}, not listed.',
    'verify.unsealed': '{n, plural, one {# entry was} other {# entries were}} not sealed yet; sealed now.',
    'verify.what.changed': '{table}: row {id} was changed outside Daha.',
    'verify.what.missing': '{table}: row {id} was deleted outside Daha.',
    'verify.what.inserted': '{table}: row {id} was inserted outside Daha.',
    'verify.what.not_derived': '{table}: the value of row {id} is not what its sources add up to.',
    'verify.table.missing': 'Table {table} is gone.',
    'verify.table.inserted': 'Table {table} was not made by Daha.',
    'verify.trigger.inserted': '{table}: there is a trigger {id} that Daha did not make.',
    'verify.next': 'Keep this database as it is, ask who holds its password, and compare it with the latest backup.',
    'verify.stage.entries': 'Checking entries: {done}',
    'verify.stage.rows': 'Checking rows: {done}',
    'verify.stage.derived': 'Adding up again',
  },
)
