import { defineTexts } from '../../i18n/contract.ts'

export const texts = defineTexts(
  {
    'refusal.number.not_a_number': 'Nomor {number} bukan nomor dokumen. Bentuknya seperti HD-A-2026-000123.',
    'refusal.number.other_unit':
      'Nomor {number} bukan milik tempat ini; nomor di sini diawali {code}. Periksa pilihan tempat.',
    'refusal.number.other_year': 'Nomor {number} bukan untuk tahun {year}. Periksa tanggal pada perangkat.',
    'refusal.number.other_device':
      'Nomor {number} bukan milik perangkat ini; huruf perangkat ini {letter}. Kirim dari perangkat yang membuatnya.',
    'refusal.number.device_unknown':
      'Perangkat ini belum punya huruf di tempat ini. Buka halaman penimbangan sekali saat ada sinyal.',
    'refusal.number.used': 'Nomor {number} sudah dipakai. Buka catatan bernomor itu dulu; jangan dikirim dua kali.',
    'refusal.number.too_far':
      'Nomor {number} melompati {missing, number} nomor. Kirim dulu catatan sebelumnya, atau periksa perangkat.',
    'refusal.number.series_full':
      'Perangkat {letter} sudah memberi 999.999 nomor tahun ini. Lanjutkan dengan perangkat lain.',
    'refusal.number.no_letters_left':
      'Tempat ini sudah punya {max, number} perangkat. Pakai perangkat yang sudah terdaftar.',
  },
  {
    'refusal.number.not_a_number': 'The number {number} is no document number. It looks like HD-A-2026-000123.',
    'refusal.number.other_unit':
      'The number {number} is not of this place; numbers here begin with {code}. Check the place.',
    'refusal.number.other_year': 'The number {number} is not for the year {year}. Check the date of the device.',
    'refusal.number.other_device':
      'The number {number} is not of this device, whose letter is {letter}. Send it from the device that made it.',
    'refusal.number.device_unknown':
      'This device has no letter at this place yet. Open the weighing page once with signal.',
    'refusal.number.used':
      'The number {number} is already used. Open the record of that number first; do not send it twice.',
    'refusal.number.too_far':
      'The number {number} leaves out {missing, number} numbers. Send the earlier records first, or check the device.',
    'refusal.number.series_full': 'Device {letter} has given 999,999 numbers this year. Go on with another device.',
    'refusal.number.no_letters_left': 'This place has {max, number} devices already. Use one that is registered.',
  },
)
