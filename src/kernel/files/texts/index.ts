import { defineTexts } from '../../i18n/contract.ts'

/** Refusals of files, each with what was found and what to do. */
export const texts = defineTexts(
  {
    'refusal.file.none_chosen': 'Pilih berkas.',
    'refusal.file.empty': 'Berkas ini kosong. Pilih berkas lain.',
    'refusal.file.too_large':
      'Berkas ini {sizeMb} MB, batasnya {limitMb} MB. Perkecil ukurannya, atau ambil foto lewat kamera di aplikasi ini.',
    'refusal.file.over_limit':
      'Berkas ini lebih dari {limitMb} MB. Perkecil ukurannya, atau ambil foto lewat kamera di aplikasi ini.',
    'refusal.file.extension_mismatch':
      'Nama {name} berakhiran .{extension}, tetapi isinya {found}. Ganti akhirannya sesuai isinya, atau pilih berkas yang benar.',
    'refusal.file.type_unknown': 'Jenis berkas ini tidak dikenali. Yang diterima: {accepted}.',
    'refusal.file.type_not_taken': 'Berkas {found} tidak diterima di sini. Yang diterima: {accepted}.',
    'refusal.file.disk_full':
      'Berkas belum tersimpan karena tempat di server habis. Tidak ada yang berubah. Coba lagi nanti; pengelola sistem perlu menambah tempat.',
    'refusal.file.not_found': 'Berkas ini tidak ada di penyimpanan.',
    'refusal.file.picture_unreadable': 'Foto ini rusak atau tidak lengkap. Ambil lagi, atau pilih foto lain.',
    'refusal.file.picture_too_many_pixels':
      'Foto ini {megapixels} juta titik, batasnya {limit} juta. Perkecil fotonya, lalu unggah lagi.',
  },
  {
    'refusal.file.none_chosen': 'Choose a file.',
    'refusal.file.empty': 'This file is empty. Choose another file.',
    'refusal.file.too_large':
      'This file has {sizeMb} MB; the limit is {limitMb} MB. Make it smaller, or take the photo with the camera in this app.',
    'refusal.file.over_limit':
      'This file has more than {limitMb} MB. Make it smaller, or take the photo with the camera in this app.',
    'refusal.file.extension_mismatch':
      'The name {name} ends in .{extension}, but its content is {found}. Change the ending to fit, or choose the right file.',
    'refusal.file.type_unknown': 'This type of file is not known here. Accepted: {accepted}.',
    'refusal.file.type_not_taken': '{found} files are not accepted here. Accepted: {accepted}.',
    'refusal.file.disk_full':
      'The file was not stored because the server has no room left. Nothing was changed. Try again later; the operator must add room.',
    'refusal.file.not_found': 'This file is not in the store.',
    'refusal.file.picture_unreadable': 'This photo is damaged or incomplete. Take it again, or choose another.',
    'refusal.file.picture_too_many_pixels':
      'This photo has {megapixels} million pixels; the limit is {limit} million. Make it smaller, then upload it again.',
  },
)
