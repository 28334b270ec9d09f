import { defineTexts } from '../../i18n/contract.ts'

/** Refusals that any operation may give, whatever it is about. */
export const texts = defineTexts(
  {
    'refusal.input.invalid': '{n, plural, other {Ada # isian yang perlu dibetulkan.}}',
    'refusal.input.required': 'Isian ini wajib diisi.',
    'refusal.input.wrong_type': 'Isian ini tidak terbaca. Periksa bentuknya.',
    'refusal.input.too_short': 'Terlalu pendek: paling sedikit {min} huruf.',
    'refusal.input.too_long': 'Terlalu panjang: paling banyak {max} huruf.',
    'refusal.input.too_small': 'Terlalu kecil: paling sedikit {min}.',
    'refusal.input.too_big': 'Terlalu besar: paling banyak {max}.',
    'refusal.input.unknown_field': 'Isian tidak dikenal: {names}.',
    'refusal.input.not_allowed': 'Isian ini tidak dapat dipakai. Pilih atau tulis yang lain.',
    'refusal.input.date_not_real': 'Tanggal ini tidak ada. Tulis seperti 25/11/2026.',
    'refusal.input.month_not_real': 'Bulan ini tidak ada.',
    'refusal.input.instant_not_real': 'Waktu ini tidak terbaca.',
    'refusal.input.zone_unknown': 'Zona waktu ini tidak dikenal. Tulis seperti Asia/Jakarta.',
    'refusal.input.not_json': 'Isi kiriman bukan JSON yang benar.',
    'refusal.operation.key_reused': 'Kiriman ini memakai kunci dari kiriman lain. Muat ulang halaman, lalu kirim lagi.',
    'refusal.operation.unknown': 'Tidak ada operasi atau pertanyaan bernama {name}.',
    'refusal.database.unreachable':
      'Basis data sedang tidak menjawab. Yang sudah diberi nomor bukti aman. Coba lagi sebentar.',
    'refusal.database.full':
      'Penyimpanan penuh, jadi tidak ada yang disimpan. Hubungi pengelola; isian Anda tetap di sini.',
    'refusal.database.too_slow': 'Permintaan ini terlalu berat. Persempit pilihan tanggal atau tempatnya.',
    'refusal.page.not_found': 'Halaman atau catatan ini tidak ada. Periksa alamatnya.',
  },
  {
    'refusal.input.invalid': '{n, plural, one {# field needs correcting.} other {# fields need correcting.}}',
    'refusal.input.required': 'This field is required.',
    'refusal.input.wrong_type': 'This field cannot be read. Check its form.',
    'refusal.input.too_short': 'Too short: at least {min} characters.',
    'refusal.input.too_long': 'Too long: at most {max} characters.',
    'refusal.input.too_small': 'Too small: at least {min}.',
    'refusal.input.too_big': 'Too big: at most {max}.',
    'refusal.input.unknown_field': 'Unknown fields: {names}.',
    'refusal.input.not_allowed': 'This value cannot be used. Choose or write another.',
    'refusal.input.date_not_real': 'This date does not exist. Write it like 25/11/2026.',
    'refusal.input.month_not_real': 'This month does not exist.',
    'refusal.input.instant_not_real': 'This time cannot be read.',
    'refusal.input.zone_unknown': 'This time zone is not known. Write it like Asia/Jakarta.',
    'refusal.input.not_json': 'The body is not valid JSON.',
    'refusal.operation.key_reused': 'This request uses the key of another one. Reload the page, then send it again.',
    'refusal.operation.unknown': 'There is no operation or query named {name}.',
    'refusal.database.unreachable':
      'The database is not answering. Whatever has a receipt number is safe. Try again shortly.',
    'refusal.database.full': 'Storage is full, so nothing was saved. Tell the manager; what you typed is still here.',
    'refusal.database.too_slow': 'This request is too heavy. Narrow the dates or the places.',
    'refusal.page.not_found': 'This page or record does not exist. Check the address.',
  },
)
