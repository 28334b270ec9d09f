import { defineTexts } from '../../i18n/contract.ts'

export const texts = defineTexts(
  {
    'refusal.phone.not_a_number':
      'Nomor telepon ini {digits, plural, other {# angka}}; nomor ponsel 10 sampai 13 angka dan diawali 08 atau +62. Periksa lagi.',
    'refusal.phone.not_mobile':
      'Ini nomor telepon rumah. Pesan hanya sampai ke nomor ponsel: isi nomor yang diawali 08.',
    'refusal.message.no_mailbox': 'Kotak pesan contoh hanya ada pada demo. Lihat pesan Anda di Milik saya.',
  },
  {
    'refusal.phone.not_a_number':
      'This phone number has {digits, plural, one {# digit} other {# digits}}; a mobile number has 10 to 13 and begins with 08 or +62. Check it again.',
    'refusal.phone.not_mobile':
      'This is a fixed line. Messages only reach mobile phones: enter a number that begins with 08.',
    'refusal.message.no_mailbox': 'The sample mailbox exists only in a demo. See your messages in My page.',
  },
)
