<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id_ID">
<context>
    <name>AddressDialog</name>
    <message>
        <source>Address</source>
        <translation>Alamat</translation>
    </message>
    <message>
        <source>Annotator asks {host} for this one page. It sends the address and nothing else; pictures and scripts are not fetched.</source>
        <translation>Annotator hanya meminta satu halaman ini kepada {host}. Yang dikirim hanya alamatnya; gambar dan skrip tidak diambil.</translation>
    </message>
    <message>
        <source>Go Online and Fetch the Page</source>
        <translation>Sambungkan dan Ambil Halaman</translation>
    </message>
    <message>
        <source>Nothing is sent until you press the button.</source>
        <translation>Tidak ada yang dikirim sebelum tombol ditekan.</translation>
    </message>
    <message>
        <source>Open Address</source>
        <translation>Buka Alamat</translation>
    </message>
</context>
<context>
    <name>ArticleDelegate</name>
    <message>
        <source>not read yet</source>
        <translation>belum dibaca</translation>
    </message>
    <message>
        <source>{lang} · highlighting…</source>
        <translation>{lang} · menyorot…</translation>
    </message>
</context>
<context>
    <name>ArticleList</name>
    <message>
        <source>ARTICLES · {done} OF {count} DONE</source>
        <translation>ARTIKEL · {done} DARI {count} SELESAI</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message numerus="yes">
        <source>FOUND {found} OF %Ln ARTICLES</source>
        <translation>
            <numerusform>DITEMUKAN {found} DARI %Ln ARTIKEL</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArticleModel</name>
    <message>
        <source>not read yet</source>
        <translation>belum dibaca</translation>
    </message>
    <message numerus="yes">
        <source>{title}, {tagged} of %Ln claims tagged, {state}</source>
        <translation>
            <numerusform>{title}, {tagged} dari %Ln klaim berlabel, {state}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>… and {count} more.</source>
        <translation>… dan {count} lagi.</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>Redone: {what}</source>
        <translation>Diulangi: {what}</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>Diurungkan: {what}</translation>
    </message>
    <message>
        <source>annotations imported</source>
        <translation>anotasi diimpor</translation>
    </message>
    <message>
        <source>article details changed</source>
        <translation>rincian artikel diubah</translation>
    </message>
    <message>
        <source>article read</source>
        <translation>artikel dibaca</translation>
    </message>
    <message>
        <source>article updated</source>
        <translation>artikel diperbarui</translation>
    </message>
    <message>
        <source>claim divided</source>
        <translation>klaim dipisahkan</translation>
    </message>
    <message>
        <source>claim made</source>
        <translation>klaim dibuat</translation>
    </message>
    <message>
        <source>claim&apos;s bounds moved</source>
        <translation>batas klaim digeser</translation>
    </message>
    <message>
        <source>claims merged</source>
        <translation>klaim digabung</translation>
    </message>
    <message>
        <source>cue set</source>
        <translation>penanda kutipan ditetapkan</translation>
    </message>
    <message>
        <source>earlier state restored</source>
        <translation>keadaan sebelumnya dipulihkan</translation>
    </message>
    <message>
        <source>entity marked</source>
        <translation>entitas ditandai</translation>
    </message>
    <message>
        <source>entity removed</source>
        <translation>entitas dihapus</translation>
    </message>
    <message>
        <source>evidence added</source>
        <translation>bukti ditambahkan</translation>
    </message>
    <message>
        <source>evidence removed</source>
        <translation>bukti dihapus</translation>
    </message>
    <message>
        <source>flag set or removed</source>
        <translation>tanda perlu ditinjau dipasang atau dilepas</translation>
    </message>
    <message>
        <source>hedge set or removed</source>
        <translation>penanda keraguan ditandai atau dihapus</translation>
    </message>
    <message>
        <source>kind of source set</source>
        <translation>jenis sumber ditetapkan</translation>
    </message>
    <message>
        <source>label cleared</source>
        <translation>label dihapus</translation>
    </message>
    <message>
        <source>label given</source>
        <translation>label diberikan</translation>
    </message>
    <message>
        <source>labels renamed</source>
        <translation>label diganti nama</translation>
    </message>
    <message>
        <source>marked as not a claim</source>
        <translation>ditandai bukan klaim</translation>
    </message>
    <message>
        <source>note written</source>
        <translation>catatan ditulis</translation>
    </message>
    <message>
        <source>page furniture set or removed</source>
        <translation>pelengkap halaman ditandai atau dihapus</translation>
    </message>
    <message>
        <source>skipped, or no longer</source>
        <translation>dilewati, atau tidak lagi</translation>
    </message>
    <message>
        <source>source set</source>
        <translation>sumber ditetapkan</translation>
    </message>
    <message>
        <source>undone: {what}</source>
        <translation>diurungkan: {what}</translation>
    </message>
    <message>
        <source>words added to the claim</source>
        <translation>kata ditambahkan ke klaim</translation>
    </message>
    <message>
        <source>work of two files merged</source>
        <translation>hasil kerja dua berkas digabungkan</translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message>
        <source>A source is marked, but no cue that ties it to the content.</source>
        <translation>Sumber sudah ditandai, tetapi penanda kutipannya belum.</translation>
    </message>
    <message>
        <source>Another claim has the same content.</source>
        <translation>Ada klaim lain dengan isi yang sama.</translation>
    </message>
    <message>
        <source>No source is marked, though there is a cue.</source>
        <translation>Ada penanda kutipan, tetapi sumbernya belum ditandai.</translation>
    </message>
    <message>
        <source>Official, but a hedge weakens the first predicate.</source>
        <translation>Dilabeli resmi, padahal ada penanda keraguan pada predikat pertama.</translation>
    </message>
    <message>
        <source>Official, but the source is no institution of the state.</source>
        <translation>Dilabeli resmi, padahal sumbernya bukan lembaga negara.</translation>
    </message>
    <message>
        <source>Sourced, but a hedge weakens the first predicate.</source>
        <translation>Dilabeli bersumber, padahal ada penanda keraguan pada predikat pertama.</translation>
    </message>
    <message>
        <source>Speculative, but no hedge is marked and a source is named.</source>
        <translation>Dilabeli spekulatif, padahal tidak ada penanda keraguan dan sumbernya disebut.</translation>
    </message>
    <message>
        <source>The content lies in page furniture.</source>
        <translation>Isi klaim berada di pelengkap halaman.</translation>
    </message>
    <message>
        <source>The source lies inside the content.</source>
        <translation>Sumber berada di dalam isi klaim.</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message numerus="yes">
        <source>%Ln claims tagged “{old}” become open</source>
        <translation>
            <numerusform>%Ln klaim berlabel “{old}” menjadi tanpa label</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln claims tagged “{old}” become “{new}”</source>
        <translation>
            <numerusform>%Ln klaim berlabel “{old}” menjadi “{new}”</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a Label Scheme</source>
        <translation>Tambah Skema Label</translation>
    </message>
    <message>
        <source>Assist</source>
        <translation>Peran Mesin</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Gelap</translation>
    </message>
    <message>
        <source>Evidence: who, how, why; no label</source>
        <translation>Alasan: siapa, bagaimana, mengapa; tanpa label</translation>
    </message>
    <message>
        <source>Follow the System</source>
        <translation>Ikuti Sistem</translation>
    </message>
    <message>
        <source>High Contrast</source>
        <translation>Kontras Tinggi</translation>
    </message>
    <message>
        <source>In the articles that are open:</source>
        <translation>Pada artikel yang sedang dibuka:</translation>
    </message>
    <message>
        <source>Label schemes (*.toml)</source>
        <translation>Skema label (*.toml)</translation>
    </message>
    <message>
        <source>Labels in Use</source>
        <translation>Label yang Dipakai</translation>
    </message>
    <message>
        <source>Language, from the next start on</source>
        <translation>Bahasa, berlaku saat program dibuka lagi</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Terang</translation>
    </message>
    <message>
        <source>Not all articles were counted; the others are changed as well.</source>
        <translation>Tidak semua artikel sempat dihitung; artikel lainnya juga akan diubah.</translation>
    </message>
    <message>
        <source>Off: marks only</source>
        <translation>Mati: hanya tanda</translation>
    </message>
    <message>
        <source>Suggest: a label as well, Enter accepts</source>
        <translation>Saran: label juga disarankan, Enter menerimanya</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>You can undo this. Continue?</source>
        <translation>Perubahan ini dapat diurungkan. Lanjutkan?</translation>
    </message>
</context>
<context>
    <name>ClaimEditor</name>
    <message>
        <source>You have marked claims in these lines. Remove those first (X), then try again.</source>
        <translation>Ada klaim yang Anda tandai di baris-baris ini. Hapus dulu klaim itu (X), lalu coba lagi.</translation>
    </message>
</context>
<context>
    <name>ClaimList</name>
    <message>
        <source>All</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>Klaim</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Terbuka</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Peringatan</translation>
    </message>
</context>
<context>
    <name>ClaimModel</name>
    <message>
        <source>open</source>
        <translation>belum dilabeli</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>peringatan</translation>
    </message>
</context>
<context>
    <name>ClaimPane</name>
    <message>
        <source>Why</source>
        <translation>Alasan</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Accept the Suggested Label</source>
        <translation>Terima Label yang Disarankan</translation>
    </message>
    <message>
        <source>Add Evidence…</source>
        <translation>Tambah Bukti…</translation>
    </message>
    <message>
        <source>Add the Selection to the Claim</source>
        <translation>Tambahkan Pilihan ke Klaim</translation>
    </message>
    <message>
        <source>Add the Selection to the Cue</source>
        <translation>Tambahkan Pilihan ke Penanda Kutipan</translation>
    </message>
    <message>
        <source>All Keys</source>
        <translation>Semua Tombol</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Article Details…</source>
        <translation>Rincian Artikel…</translation>
    </message>
    <message>
        <source>Begin a Character Earlier</source>
        <translation>Awal Mundur Satu Karakter</translation>
    </message>
    <message>
        <source>Begin a Character Later</source>
        <translation>Awal Maju Satu Karakter</translation>
    </message>
    <message>
        <source>Begin a Word Earlier</source>
        <translation>Awal Mundur Satu Kata</translation>
    </message>
    <message>
        <source>Begin a Word Later</source>
        <translation>Awal Maju Satu Kata</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Klaim</translation>
    </message>
    <message>
        <source>Claim from the Selection</source>
        <translation>Pilihan Menjadi Klaim</translation>
    </message>
    <message>
        <source>Clear the Label</source>
        <translation>Hapus Label</translation>
    </message>
    <message>
        <source>Close the Corpus</source>
        <translation>Tutup Korpus</translation>
    </message>
    <message>
        <source>Compact the History</source>
        <translation>Ringkas Riwayat</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Salin</translation>
    </message>
    <message>
        <source>Cue from the Selection</source>
        <translation>Pilihan Menjadi Penanda Kutipan</translation>
    </message>
    <message>
        <source>Divide at the Caret</source>
        <translation>Pisahkan di Kursor</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Sunting</translation>
    </message>
    <message>
        <source>End a Character Earlier</source>
        <translation>Akhir Mundur Satu Karakter</translation>
    </message>
    <message>
        <source>End a Character Later</source>
        <translation>Akhir Maju Satu Karakter</translation>
    </message>
    <message>
        <source>End a Word Earlier</source>
        <translation>Akhir Mundur Satu Kata</translation>
    </message>
    <message>
        <source>End a Word Later</source>
        <translation>Akhir Maju Satu Kata</translation>
    </message>
    <message>
        <source>Entity from the Selection…</source>
        <translation>Pilihan Menjadi Entitas…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Ekspor…</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Berkas</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>Tandai Perlu Ditinjau</translation>
    </message>
    <message>
        <source>Guidelines</source>
        <translation>Pedoman</translation>
    </message>
    <message>
        <source>Hedge from the Selection</source>
        <translation>Pilihan Menjadi Penanda Keraguan</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Bantuan</translation>
    </message>
    <message>
        <source>History…</source>
        <translation>Riwayat…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Impor…</translation>
    </message>
    <message>
        <source>Kind of Source…</source>
        <translation>Jenis Sumber…</translation>
    </message>
    <message>
        <source>Larger Text</source>
        <translation>Teks Lebih Besar</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Tandai</translation>
    </message>
    <message>
        <source>Mark Lines as Page Furniture</source>
        <translation>Tandai Baris sebagai Pelengkap Halaman</translation>
    </message>
    <message>
        <source>Merge with the Next Claim</source>
        <translation>Gabungkan dengan Klaim Berikutnya</translation>
    </message>
    <message>
        <source>Next Article</source>
        <translation>Artikel Berikutnya</translation>
    </message>
    <message>
        <source>Next Claim</source>
        <translation>Klaim Berikutnya</translation>
    </message>
    <message>
        <source>Next Open Article</source>
        <translation>Artikel Berikutnya yang Belum Selesai</translation>
    </message>
    <message>
        <source>Next Open Claim</source>
        <translation>Klaim Berikutnya yang Belum Dilabeli</translation>
    </message>
    <message>
        <source>Not a Claim</source>
        <translation>Bukan Klaim</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Open Address…</source>
        <translation>Buka Alamat…</translation>
    </message>
    <message>
        <source>Open Folder…</source>
        <translation>Buka Folder…</translation>
    </message>
    <message>
        <source>Open a Sample Article</source>
        <translation>Buka Artikel Contoh</translation>
    </message>
    <message>
        <source>Open or Fold Page Furniture</source>
        <translation>Buka atau Lipat Pelengkap Halaman</translation>
    </message>
    <message>
        <source>Open the Corpus Again</source>
        <translation>Buka Lagi Korpus Ini</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Buka…</translation>
    </message>
    <message>
        <source>Paste as Article</source>
        <translation>Tempel sebagai Artikel</translation>
    </message>
    <message>
        <source>Previous Article</source>
        <translation>Artikel Sebelumnya</translation>
    </message>
    <message>
        <source>Previous Claim</source>
        <translation>Klaim Sebelumnya</translation>
    </message>
    <message>
        <source>Previous Open Article</source>
        <translation>Artikel Sebelumnya yang Belum Selesai</translation>
    </message>
    <message>
        <source>Previous Open Claim</source>
        <translation>Klaim Sebelumnya yang Belum Dilabeli</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Keluar</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Ulangi</translation>
    </message>
    <message>
        <source>Repeat the Last Label</source>
        <translation>Pakai Lagi Label Terakhir</translation>
    </message>
    <message>
        <source>Save Elsewhere…</source>
        <translation>Simpan di Tempat Lain…</translation>
    </message>
    <message>
        <source>Save Encrypted…</source>
        <translation>Simpan Terenkripsi…</translation>
    </message>
    <message>
        <source>Save Now</source>
        <translation>Simpan Sekarang</translation>
    </message>
    <message>
        <source>Search Articles and Claims</source>
        <translation>Cari Artikel dan Klaim</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Pengaturan…</translation>
    </message>
    <message>
        <source>Show or Hide the Articles</source>
        <translation>Tampilkan atau Sembunyikan Artikel</translation>
    </message>
    <message>
        <source>Show or Hide the Claim</source>
        <translation>Tampilkan atau Sembunyikan Klaim</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Lewati</translation>
    </message>
    <message>
        <source>Smaller Text</source>
        <translation>Teks Lebih Kecil</translation>
    </message>
    <message>
        <source>Source from the Selection</source>
        <translation>Pilihan Menjadi Sumber</translation>
    </message>
    <message>
        <source>The First Minute</source>
        <translation>Menit Pertama</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Urungkan</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Tampilan</translation>
    </message>
    <message>
        <source>Why This Was Found</source>
        <translation>Alasan Klaim Ini Ditemukan</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%Ln articles</source>
        <translation>
            <numerusform>%Ln artikel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln claims</source>
        <translation>
            <numerusform>%Ln klaim</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entities</source>
        <translation>
            <numerusform>%Ln entitas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln berkas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>another program moved or replaced it</source>
        <translation>berkas dipindahkan atau diganti program lain</translation>
    </message>
    <message>
        <source>binary data</source>
        <translation>data biner</translation>
    </message>
    <message>
        <source>elements nested too deep</source>
        <translation>elemen bersarang terlalu dalam</translation>
    </message>
    <message>
        <source>files and folders</source>
        <translation>berkas dan folder</translation>
    </message>
    <message>
        <source>it does not exist</source>
        <translation>berkas tidak ada</translation>
    </message>
    <message>
        <source>it has no times</source>
        <translation>tidak memuat waktu</translation>
    </message>
    <message>
        <source>it holds no document</source>
        <translation>tidak ada dokumen di dalamnya</translation>
    </message>
    <message>
        <source>it holds no records</source>
        <translation>tidak berisi catatan</translation>
    </message>
    <message>
        <source>it is compressed in a way that is not supported</source>
        <translation>cara kompresinya tidak didukung</translation>
    </message>
    <message>
        <source>it is not an Office package</source>
        <translation>bukan dokumen Office</translation>
    </message>
    <message>
        <source>it is not an address</source>
        <translation>bukan alamat yang sah</translation>
    </message>
    <message>
        <source>it is on another text</source>
        <translation>perubahan itu untuk teks lain</translation>
    </message>
    <message>
        <source>it lists no book</source>
        <translation>tidak mencantumkan buku</translation>
    </message>
    <message>
        <source>its first line is damaged</source>
        <translation>baris pertamanya rusak</translation>
    </message>
    <message>
        <source>its type system, TypeSystem.xml, is not beside it</source>
        <translation>berkas TypeSystem.xml tidak ada di sampingnya</translation>
    </message>
    <message>
        <source>no annotation is in it</source>
        <translation>tidak ada anotasi di dalamnya</translation>
    </message>
    <message>
        <source>no page is in it</source>
        <translation>tidak ada halaman di dalamnya</translation>
    </message>
    <message>
        <source>no scheme in it can be read.</source>
        <translation>tidak ada skema yang dapat dibaca di dalamnya.</translation>
    </message>
    <message>
        <source>no text document is in it</source>
        <translation>tidak ada dokumen teks di dalamnya</translation>
    </message>
    <message>
        <source>there are no words in it</source>
        <translation>tidak ada kata di dalamnya</translation>
    </message>
    <message>
        <source>they are not articles or data sets that are read here</source>
        <translation>bukan artikel atau kumpulan data yang dapat dibaca program ini</translation>
    </message>
</context>
<context>
    <name>DetailsDialog</name>
    <message>
        <source>Address</source>
        <translation>Alamat</translation>
    </message>
    <message>
        <source>Article Details</source>
        <translation>Rincian Artikel</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Penulis</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Berkas</translation>
    </message>
    <message>
        <source>Give the date as year, month and day: 2026-11-23.</source>
        <translation>Tulis tanggal sebagai tahun, bulan, dan hari: 2026-11-23.</translation>
    </message>
    <message>
        <source>If it is a translation: en, …</source>
        <translation>Jika terjemahan: en, …</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Bahasa</translation>
    </message>
    <message>
        <source>Machine-translated</source>
        <translation>Terjemahan mesin</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Tidak</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Tidak diketahui</translation>
    </message>
    <message>
        <source>Original language</source>
        <translation>Bahasa asli</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>Media</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Terbit</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Judul</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ya</translation>
    </message>
</context>
<context>
    <name>EntityMenu</name>
    <message>
        <source>&amp;Building, Road</source>
        <translation>&amp;Bangunan, Jalan</translation>
    </message>
    <message>
        <source>&amp;Country, Region or City</source>
        <translation>&amp;Negara, Daerah, atau Kota</translation>
    </message>
    <message>
        <source>&amp;Date</source>
        <translation>&amp;Tanggal</translation>
    </message>
    <message>
        <source>&amp;Event</source>
        <translation>&amp;Peristiwa</translation>
    </message>
    <message>
        <source>&amp;Landscape, Place</source>
        <translation>Bentang A&amp;lam, Tempat</translation>
    </message>
    <message>
        <source>&amp;Money</source>
        <translation>&amp;Uang</translation>
    </message>
    <message>
        <source>&amp;No Entity</source>
        <translation>Buk&amp;an Entitas</translation>
    </message>
    <message>
        <source>&amp;Organisation</source>
        <translation>O&amp;rganisasi</translation>
    </message>
    <message>
        <source>&amp;Person</source>
        <translation>&amp;Orang</translation>
    </message>
    <message>
        <source>&amp;Quantity</source>
        <translation>&amp;Jumlah Berukuran</translation>
    </message>
    <message>
        <source>N&amp;umber</source>
        <translation>B&amp;ilangan</translation>
    </message>
    <message>
        <source>Na&amp;tionality, Religion, Group</source>
        <translation>&amp;Kebangsaan, Agama, Kelompok</translation>
    </message>
    <message>
        <source>P&amp;roduct, Weapon, Work</source>
        <translation>Pro&amp;duk, Senjata, Karya</translation>
    </message>
    <message>
        <source>Percent&amp;age</source>
        <translation>Per&amp;sentase</translation>
    </message>
    <message>
        <source>T&amp;ime</source>
        <translation>&amp;Waktu</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Annotator ran into an error it did not expect ({kind}).</source>
        <translation>Annotator mengalami kesalahan yang tidak terduga ({kind}).</translation>
    </message>
    <message>
        <source>Article {article!r} has changes in {history}, but is not in {path}.</source>
        <translation>Artikel {article!r} punya perubahan di {history}, tetapi tidak ada di {path}.</translation>
    </message>
    <message>
        <source>Changes {first} to {last} of article {article!r} are missing from {path}.</source>
        <translation>Perubahan {first} sampai {last} pada artikel {article!r} tidak ada di {path}.</translation>
    </message>
    <message>
        <source>Check that it is whole, or say of which other format it is.</source>
        <translation>Pastikan berkasnya utuh, atau sebutkan format yang benar.</translation>
    </message>
    <message>
        <source>Check that the file is there and that you may read it.</source>
        <translation>Pastikan berkas itu ada dan Anda berhak membacanya.</translation>
    </message>
    <message>
        <source>Choose a later one; nothing was changed.</source>
        <translation>Pilih perubahan yang lebih baru; tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>Choose another file, or a folder that articles are in.</source>
        <translation>Pilih berkas lain atau folder yang berisi artikel.</translation>
    </message>
    <message>
        <source>Choose one of these.</source>
        <translation>Pilih salah satu di antaranya.</translation>
    </message>
    <message>
        <source>Choose others, or drop a condition.</source>
        <translation>Pilih yang lain, atau hapus satu syarat.</translation>
    </message>
    <message>
        <source>Choose the folder the articles are in, or save them there as text.</source>
        <translation>Pilih folder tempat artikel berada, atau simpan artikel sebagai teks di sana.</translation>
    </message>
    <message>
        <source>Copy the article&apos;s text first.</source>
        <translation>Salin teks artikelnya lebih dulu.</translation>
    </message>
    <message>
        <source>Each line must be one article: a JSON object with at least `id` and `text`.</source>
        <translation>Setiap baris harus memuat satu artikel: objek JSON dengan sedikitnya `id` dan `text`.</translation>
    </message>
    <message>
        <source>Everything up to that line is shown, for reading only, and nothing is written. Put the corpus and the history that belong together side by side again, or move the history away.</source>
        <translation>Semua tindakan sampai baris itu ditampilkan, hanya untuk dibaca, dan tidak ada yang ditulis. Letakkan kembali korpus berdampingan dengan riwayatnya sendiri, atau pindahkan riwayat ini.</translation>
    </message>
    <message>
        <source>Give it as: {wanted}.</source>
        <translation>Tulis sebagai: {wanted}.</translation>
    </message>
    <message>
        <source>Give the full address of a public page, beginning with https://.</source>
        <translation>Berikan alamat lengkap halaman umum, diawali https://.</translation>
    </message>
    <message>
        <source>If it shows text as pictures, let a program for scans read them first (OCR).</source>
        <translation>Jika teksnya berupa gambar, ubah dulu menjadi teks dengan program OCR.</translation>
    </message>
    <message>
        <source>If it was not removed on purpose, take its line from a backup of the corpus.</source>
        <translation>Jika tidak sengaja terhapus, ambil barisnya dari cadangan korpus.</translation>
    </message>
    <message>
        <source>If you know which, say its format. There are: {names}.</source>
        <translation>Jika Anda tahu, sebutkan formatnya. Pilihannya: {names}.</translation>
    </message>
    <message>
        <source>Import the corpus it was made of, or another export of that, such as jsonl.</source>
        <translation>Impor korpus asalnya, atau ekspor lain dari korpus itu, misalnya jsonl.</translation>
    </message>
    <message>
        <source>Install it with: pip install &apos;annotator[formats]&apos;.</source>
        <translation>Pasang dengan: pip install &apos;annotator[formats]&apos;.</translation>
    </message>
    <message>
        <source>It counts once; nothing is lost.</source>
        <translation>Perubahan itu dihitung satu kali; tidak ada yang hilang.</translation>
    </message>
    <message>
        <source>It is left out; the rest is read. Mend it there and import it again.</source>
        <translation>Bagian itu dilewati; sisanya dibaca. Perbaiki lalu impor lagi.</translation>
    </message>
    <message>
        <source>It is left out; the rest is read. Open the file with the newer program, or update this one.</source>
        <translation>Bagian itu dilewati; sisanya dibaca. Buka berkas itu dengan program yang lebih baru atau perbarui program ini.</translation>
    </message>
    <message>
        <source>It is shown for reading only. Close the other window and open it again to work on it.</source>
        <translation>Artikel hanya dapat dibaca. Tutup jendela lain itu, lalu buka lagi untuk mengerjakannya.</translation>
    </message>
    <message>
        <source>It was not overwritten; your decisions are in {history}. Open it again to merge both, or save to another place.</source>
        <translation>Berkas itu tidak ditimpa; keputusan Anda ada di {history}. Buka lagi untuk menggabungkan keduanya atau simpan di tempat lain.</translation>
    </message>
    <message>
        <source>It was stopped.</source>
        <translation>Proses dihentikan.</translation>
    </message>
    <message>
        <source>No article is left to export: {reason}.</source>
        <translation>Tidak ada artikel untuk diekspor: {reason}.</translation>
    </message>
    <message>
        <source>No article is that long. Check that the file is a corpus, one article a line.</source>
        <translation>Tidak ada artikel sepanjang itu. Periksa apakah berkas ini korpus dengan satu artikel per baris.</translation>
    </message>
    <message>
        <source>No article {id!r} is in {path}.</source>
        <translation>Artikel {id!r} tidak ada di {path}.</translation>
    </message>
    <message>
        <source>No format is called {name!r}.</source>
        <translation>Tidak ada format bernama {name!r}.</translation>
    </message>
    <message>
        <source>Nothing of it was read. Take the article&apos;s own text out of it and open that.</source>
        <translation>Tidak ada yang dibaca. Ambil teks artikelnya, lalu buka teks itu.</translation>
    </message>
    <message>
        <source>Nothing was changed. Open the article again and repeat it.</source>
        <translation>Tidak ada yang diubah. Buka lagi artikelnya dan ulangi.</translation>
    </message>
    <message>
        <source>Nothing was changed. Update the program to work on it.</source>
        <translation>Tidak ada yang diubah. Perbarui program untuk mengerjakannya.</translation>
    </message>
    <message>
        <source>Nothing was kept. This is a fault of the program; please report it.</source>
        <translation>Tidak ada yang disimpan. Ini kesalahan program; mohon laporkan.</translation>
    </message>
    <message>
        <source>Nothing was opened. Try again; without the passphrase nobody can read it.</source>
        <translation>Tidak ada yang dibuka. Coba lagi; tanpa frasa sandi tak seorang pun dapat membacanya.</translation>
    </message>
    <message>
        <source>Nothing was overwritten. Choose another name.</source>
        <translation>Tidak ada yang ditimpa. Pilih nama lain.</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>Tidak ada yang ditulis.</translation>
    </message>
    <message>
        <source>Nothing was written. Export without --strict, or in a format that holds it.</source>
        <translation>Tidak ada yang ditulis. Ekspor tanpa --strict, atau dalam format yang dapat memuatnya.</translation>
    </message>
    <message>
        <source>Offsets count Unicode code points from 0; the end is exclusive.</source>
        <translation>Posisi dihitung dalam titik kode Unicode mulai dari 0; posisi akhir tidak ikut dihitung.</translation>
    </message>
    <message>
        <source>Open it in the program it belongs to and save a copy without a password.</source>
        <translation>Buka dengan program asalnya dan simpan salinan tanpa kata sandi.</translation>
    </message>
    <message>
        <source>Open it in the program it belongs to and save or paste the text.</source>
        <translation>Buka dengan program asalnya, lalu simpan atau tempelkan teksnya.</translation>
    </message>
    <message>
        <source>Open it in the window, and give its passphrase.</source>
        <translation>Buka di jendela program dan masukkan frasa sandinya.</translation>
    </message>
    <message>
        <source>Open the corpus again; it may have been changed by another program.</source>
        <translation>Buka lagi korpusnya; mungkin telah diubah program lain.</translation>
    </message>
    <message>
        <source>Put its file back, choose another scheme in the settings, or name one with --scheme.</source>
        <translation>Kembalikan berkasnya, pilih skema lain di pengaturan, atau sebutkan skema dengan --scheme.</translation>
    </message>
    <message>
        <source>Reading it was stopped. Take the article&apos;s own text out of it and open that.</source>
        <translation>Pembacaan dihentikan. Ambil teks artikelnya, lalu buka teks itu.</translation>
    </message>
    <message>
        <source>Save it as UTF-8 and open it again.</source>
        <translation>Simpan sebagai UTF-8 lalu buka lagi.</translation>
    </message>
    <message>
        <source>Save the article&apos;s text into it, or open another file.</source>
        <translation>Simpan teks artikel ke dalamnya, atau buka berkas lain.</translation>
    </message>
    <message>
        <source>Save the page in a browser and open the file, or allow it in the settings.</source>
        <translation>Simpan halamannya di peramban lalu buka berkasnya, atau izinkan di pengaturan.</translation>
    </message>
    <message>
        <source>Say which one it is, as text=COLUMN.</source>
        <translation>Sebutkan kolom mana, sebagai text=KOLOM.</translation>
    </message>
    <message>
        <source>Something went wrong.</source>
        <translation>Terjadi kesalahan.</translation>
    </message>
    <message>
        <source>Split it into articles, or put them into a .jsonl corpus, one article a line.</source>
        <translation>Pecah menjadi beberapa artikel, atau susun sebagai korpus .jsonl, satu artikel per baris.</translation>
    </message>
    <message>
        <source>Split it into several files and import them one by one.</source>
        <translation>Pisahkan menjadi beberapa berkas dan impor satu per satu.</translation>
    </message>
    <message>
        <source>That is not the passphrase of {path}.</source>
        <translation>Itu bukan frasa sandi {path}.</translation>
    </message>
    <message>
        <source>That one action was never finished and is dropped; everything before it is here.</source>
        <translation>Satu tindakan terakhir itu tidak selesai dan diabaikan; semua tindakan sebelumnya ada.</translation>
    </message>
    <message>
        <source>The annotated text is shown, from {annotations}.</source>
        <translation>Yang ditampilkan adalah teks yang dianotasi, dari {annotations}.</translation>
    </message>
    <message>
        <source>The articles themselves are read.</source>
        <translation>Artikelnya sendiri tetap dibaca.</translation>
    </message>
    <message>
        <source>The automatic reading of {article!r} stopped: {reason}.</source>
        <translation>Pembacaan otomatis {article!r} terhenti: {reason}.</translation>
    </message>
    <message>
        <source>The change {did!r} of article {article!r} does not fit what is there now: {reason}.</source>
        <translation>Perubahan {did!r} pada artikel {article!r} tidak cocok dengan keadaan sekarang: {reason}.</translation>
    </message>
    <message>
        <source>The changes of {count} article(s), such as {article!r}, are not in {path}.</source>
        <translation>Perubahan pada {count} artikel, antara lain {article!r}, tidak ada di {path}.</translation>
    </message>
    <message>
        <source>The corpus is shown, for reading only, and nothing is written. Choose Merge both to keep the work of both, or put the two files that belong together side by side again.</source>
        <translation>Korpus hanya ditampilkan untuk dibaca, dan tidak ada yang ditulis. Pilih Gabungkan keduanya untuk menyimpan hasil kerja keduanya, atau letakkan kembali dua berkas yang sepasang berdampingan.</translation>
    </message>
    <message>
        <source>The drive of {path} does not support locks, so another window could open it too.</source>
        <translation>Penyimpanan tempat {path} berada tidak mendukung penguncian, sehingga jendela lain dapat membukanya juga.</translation>
    </message>
    <message>
        <source>The history of {article!r} does not reach back to change {revision}.</source>
        <translation>Riwayat {article!r} tidak mencapai perubahan {revision}.</translation>
    </message>
    <message>
        <source>The label scheme {name!r}, which the settings name, is not there or can&apos;t be read.</source>
        <translation>Skema label {name!r} yang tercantum di pengaturan tidak ada atau tidak dapat dibaca.</translation>
    </message>
    <message>
        <source>The labels shown are those of {used!r}. Before you tag, put the file back and open the program again, or choose a scheme in the settings.</source>
        <translation>Label yang tampil berasal dari {used!r}. Sebelum memberi label, kembalikan berkasnya lalu buka lagi program ini, atau pilih skema di pengaturan.</translation>
    </message>
    <message>
        <source>The last line of {path} was cut short while it was written.</source>
        <translation>Baris terakhir {path} terpotong saat ditulis.</translation>
    </message>
    <message>
        <source>The letters of {path} can&apos;t be decoded: it fits no encoding known here.</source>
        <translation>Huruf dalam {path} tidak dapat dibaca: pengodeannya tidak dikenal.</translation>
    </message>
    <message>
        <source>The line is kept as it is and left out; the other articles are loaded.</source>
        <translation>Baris itu dibiarkan apa adanya dan dilewati; artikel lain tetap dimuat.</translation>
    </message>
    <message>
        <source>The other parts are read. Ask for a complete copy if you need them.</source>
        <translation>Bagian lainnya terbaca. Mintalah salinan yang lengkap jika Anda memerlukannya.</translation>
    </message>
    <message>
        <source>The text and every tag are safe. Mark claims by hand, or open the article again.</source>
        <translation>Teks dan semua label aman. Tandai klaim sendiri, atau buka lagi artikelnya.</translation>
    </message>
    <message>
        <source>The {format} file was read back, and {article!r} in it is not what was written.</source>
        <translation>Berkas {format} dibaca ulang, dan {article!r} di dalamnya tidak sama dengan yang ditulis.</translation>
    </message>
    <message>
        <source>The {format} format can&apos;t hold everything: {losses}.</source>
        <translation>Format {format} tidak dapat memuat semuanya: {losses}.</translation>
    </message>
    <message>
        <source>There are: {names}.</source>
        <translation>Pilihannya: {names}.</translation>
    </message>
    <message>
        <source>There is no text on the clipboard.</source>
        <translation>Tidak ada teks di papan klip.</translation>
    </message>
    <message>
        <source>They are marked with � or left out; the rest of the text is read.</source>
        <translation>Karakter itu ditandai � atau dilewati; selebihnya terbaca.</translation>
    </message>
    <message>
        <source>They were put in order by their numbers; nothing is lost.</source>
        <translation>Perubahan itu diurutkan menurut nomornya; tidak ada yang hilang.</translation>
    </message>
    <message>
        <source>Try again later, or save the page in a browser and open the file.</source>
        <translation>Coba lagi nanti, atau simpan halamannya di peramban lalu buka berkasnya.</translation>
    </message>
    <message>
        <source>What the corpus holds is shown, and you can go on; taking back earlier changes is not possible. Put the history back beside the corpus if you have it.</source>
        <translation>Isi korpus ditampilkan dan Anda dapat melanjutkan, tetapi perubahan terdahulu tidak dapat diurungkan. Jika riwayatnya ada, letakkan kembali di samping korpus.</translation>
    </message>
    <message>
        <source>What the corpus holds is shown, and you can go on; who decided what in those changes, and taking them back, is lost. A backup of the history may still have them.</source>
        <translation>Isi korpus ditampilkan dan Anda dapat melanjutkan, tetapi catatan siapa yang memutuskan apa dalam perubahan itu hilang dan perubahannya tidak dapat diurungkan. Cadangan riwayat mungkin masih memuatnya.</translation>
    </message>
    <message>
        <source>What was saved before is untouched. Make room, or save to another place.</source>
        <translation>Yang sudah tersimpan tidak berubah. Kosongkan ruang atau simpan di tempat lain.</translation>
    </message>
    <message>
        <source>You can work on it. If two people do so at the same time, the program says so when it is opened again, and can merge the work of both.</source>
        <translation>Anda dapat mengerjakannya. Jika dua orang mengerjakannya bersamaan, program memberi tahu saat berkas dibuka lagi dan dapat menggabungkan hasil kerja keduanya.</translation>
    </message>
    <message>
        <source>Your action was not taken. Open the article again to go on from what is there.</source>
        <translation>Tindakan Anda tidak dijalankan. Buka lagi artikelnya untuk melanjutkan.</translation>
    </message>
    <message>
        <source>Your work is saved up to the last decision, and you can go on.</source>
        <translation>Pekerjaan Anda tersimpan sampai keputusan terakhir, dan Anda dapat melanjutkan.</translation>
    </message>
    <message>
        <source>resources/schemes/claims.toml shows what one looks like.</source>
        <translation>Contohnya ada di resources/schemes/claims.toml.</translation>
    </message>
    <message>
        <source>{address} can&apos;t be fetched: {reason}.</source>
        <translation>{address} tidak dapat diambil: {reason}.</translation>
    </message>
    <message>
        <source>{address} could not be fetched: {reason}.</source>
        <translation>{address} tidak berhasil diambil: {reason}.</translation>
    </message>
    <message>
        <source>{address} was not fetched: going online is switched off in the settings.</source>
        <translation>{address} tidak diambil: akses internet dimatikan di pengaturan.</translation>
    </message>
    <message>
        <source>{option} {value} is not understood.</source>
        <translation>{option} {value} tidak dikenal.</translation>
    </message>
    <message>
        <source>{path} and {history} hold different work on the same article ({articles}): two people worked on it, or one of the two files was replaced.</source>
        <translation>{path} dan {history} memuat hasil kerja berbeda pada artikel yang sama ({articles}): dikerjakan dua orang, atau salah satu berkasnya diganti.</translation>
    </message>
    <message>
        <source>{path} can&apos;t be read as {format}: {reason}.</source>
        <translation>{path} tidak dapat dibaca sebagai {format}: {reason}.</translation>
    </message>
    <message>
        <source>{path} can&apos;t be read: {reason}.</source>
        <translation>{path} tidak dapat dibaca: {reason}.</translation>
    </message>
    <message>
        <source>{path} could not be written: {reason}.</source>
        <translation>{path} tidak dapat ditulis: {reason}.</translation>
    </message>
    <message>
        <source>{path} exists already.</source>
        <translation>{path} sudah ada.</translation>
    </message>
    <message>
        <source>{path} has appeared since this article was opened: another window works on it.</source>
        <translation>{path} muncul setelah artikel ini dibuka: artikel ini sedang dikerjakan di jendela lain.</translation>
    </message>
    <message>
        <source>{path} has no column that is known to hold the text. Its columns are: {columns}.</source>
        <translation>{path} tidak punya kolom yang dikenal memuat teks. Kolomnya: {columns}.</translation>
    </message>
    <message>
        <source>{path} has no column {column!r}. Its columns are: {columns}.</source>
        <translation>{path} tidak punya kolom {column!r}. Kolomnya: {columns}.</translation>
    </message>
    <message>
        <source>{path} holds more than is read here: {what}, where {limit} are allowed.</source>
        <translation>{path} melampaui batas: {what}, sedangkan batasnya {limit}.</translation>
    </message>
    <message>
        <source>{path} holds no article.</source>
        <translation>Tidak ada artikel di {path}.</translation>
    </message>
    <message>
        <source>{path} holds no article: no {kinds} file is in it.</source>
        <translation>Tidak ada artikel di {path}: tidak ditemukan berkas {kinds}.</translation>
    </message>
    <message>
        <source>{path} holds no text to annotate: {reason}.</source>
        <translation>Tidak ada teks untuk dianotasi di {path}: {reason}.</translation>
    </message>
    <message>
        <source>{path} is a table of claims, without the texts that they stand in.</source>
        <translation>{path} adalah tabel klaim, tanpa teks tempat klaim itu berada.</translation>
    </message>
    <message>
        <source>{path} is empty.</source>
        <translation>{path} kosong.</translation>
    </message>
    <message>
        <source>{path} is encrypted.</source>
        <translation>{path} terenkripsi.</translation>
    </message>
    <message>
        <source>{path} is no label scheme: {reason}</source>
        <translation>{path} bukan skema label: {reason}</translation>
    </message>
    <message>
        <source>{path} is not a corpus that can be read: line {line}: {reason}.</source>
        <translation>{path} bukan korpus yang dapat dibaca: baris {line}: {reason}.</translation>
    </message>
    <message>
        <source>{path} is not text: it looks like {kind}.</source>
        <translation>{path} bukan berkas teks; tampaknya {kind}.</translation>
    </message>
    <message>
        <source>{path} is not the text that was annotated: it was changed since.</source>
        <translation>Teks {path} sudah berubah sejak dianotasi.</translation>
    </message>
    <message>
        <source>{path} is of no kind that is known here.</source>
        <translation>Jenis berkas {path} tidak dikenal.</translation>
    </message>
    <message>
        <source>{path} is open in another window (by {who}, since {since}).</source>
        <translation>{path} terbuka di jendela lain (oleh {who}, sejak {since}).</translation>
    </message>
    <message>
        <source>{path} is protected by a password.</source>
        <translation>{path} dilindungi kata sandi.</translation>
    </message>
    <message>
        <source>{path} is {size} MB; a file of its kind may have up to {limit} MB.</source>
        <translation>{path} berukuran {size} MB; berkas sejenisnya boleh sampai {limit} MB.</translation>
    </message>
    <message>
        <source>{path} is {size} MB; an article may have up to {limit} MB.</source>
        <translation>{path} berukuran {size} MB; batas untuk artikel {limit} MB.</translation>
    </message>
    <message>
        <source>{path} was changed by another program since it was opened.</source>
        <translation>{path} diubah program lain setelah dibuka.</translation>
    </message>
    <message>
        <source>{path} was not read to its end in {seconds} seconds.</source>
        <translation>{path} tidak selesai dibaca dalam {seconds} detik.</translation>
    </message>
    <message>
        <source>{path} was written by a newer version of this program (schema {schema}).</source>
        <translation>{path} ditulis oleh versi program yang lebih baru (skema {schema}).</translation>
    </message>
    <message>
        <source>{path}, line {line}, does not fit its corpus: {reason}.</source>
        <translation>{path}, baris {line}, tidak cocok dengan korpusnya: {reason}.</translation>
    </message>
    <message>
        <source>{path}, line {line}, is longer than {limit} MB.</source>
        <translation>{path}, baris {line}, lebih panjang dari {limit} MB.</translation>
    </message>
    <message>
        <source>{path}, line {line}, repeats a change of article {article!r}.</source>
        <translation>{path}, baris {line}, mengulang perubahan artikel {article!r}.</translation>
    </message>
    <message>
        <source>{path}, line {line}, {field}: {reason}.</source>
        <translation>{path}, baris {line}, {field}: {reason}.</translation>
    </message>
    <message>
        <source>{path}, line {line}: the changes of article {article!r} are not in their order.</source>
        <translation>{path}, baris {line}: perubahan artikel {article!r} tidak berurutan.</translation>
    </message>
    <message>
        <source>{path}, {where}: {reason}.</source>
        <translation>{path}, {where}: {reason}.</translation>
    </message>
    <message>
        <source>{path}: {count} characters could not be read, the first in line {line}.</source>
        <translation>{path}: {count} karakter tidak terbaca, yang pertama di baris {line}.</translation>
    </message>
    <message>
        <source>{path}: {count} parts that it lists are missing from it.</source>
        <translation>{path}: {count} bagian yang tercantum di dalamnya tidak ada.</translation>
    </message>
    <message>
        <source>{path}: {count} {what} left out (first in {where}), since {why}.</source>
        <translation>{path}: {count} {what} dilewati (pertama di {where}), karena {why}.</translation>
    </message>
    <message>
        <source>{what} needs the library {library}, which is not installed.</source>
        <translation>{what} memerlukan pustaka {library}, yang belum terpasang.</translation>
    </message>
    <message>
        <source>{what} {start}-{end} lies outside the text of {length} characters, or is empty.</source>
        <translation>{what} {start}-{end} kosong atau berada di luar teks yang panjangnya {length} karakter.</translation>
    </message>
</context>
<context>
    <name>EvidenceDialog</name>
    <message>
        <source>Address, or the number of a document</source>
        <translation>Alamat, atau nomor dokumen</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Bukti</translation>
    </message>
    <message>
        <source>Give an address or a title.</source>
        <translation>Isi alamat atau judul.</translation>
    </message>
    <message>
        <source>Give the date as year, month and day: 2026-11-23.</source>
        <translation>Tulis tanggal sebagai tahun, bulan, dan hari: 2026-11-23.</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Tautan</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Keterangan</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Judul</translation>
    </message>
</context>
<context>
    <name>EvidenceMenu</name>
    <message>
        <source>Add Evidence…</source>
        <translation>Tambah Bukti…</translation>
    </message>
    <message>
        <source>Copy the Address</source>
        <translation>Salin Alamat</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Ubah…</translation>
    </message>
    <message>
        <source>Open in the Browser</source>
        <translation>Buka di Peramban</translation>
    </message>
    <message>
        <source>Open in the Browser…</source>
        <translation>Buka di Peramban…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Your browser will go online and open this address:</source>
        <translation>Peramban Anda akan terhubung ke internet dan membuka alamat ini:</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message numerus="yes">
        <source>Checked on the first {sampled} of %Ln articles.</source>
        <translation>
            <numerusform>Diperiksa pada {sampled} artikel pertama dari %Ln.</numerusform>
        </translation>
    </message>
    <message>
        <source>Exported to {path}: {articles}, {claims}.</source>
        <translation>Diekspor ke {path}: {articles}, {claims}.</translation>
    </message>
    <message>
        <source>Left out, as chosen: {what}</source>
        <translation>Tidak disertakan, sesuai pilihan: {what}</translation>
    </message>
    <message>
        <source>No place for: {what}</source>
        <translation>Tidak dapat memuat: {what}</translation>
    </message>
    <message>
        <source>Nothing was lost.</source>
        <translation>Tidak ada yang hilang.</translation>
    </message>
    <message>
        <source>Nothing would be lost.</source>
        <translation>Tidak ada yang akan hilang.</translation>
    </message>
    <message>
        <source>Split: {parts}.</source>
        <translation>Pembagian: {parts}.</translation>
    </message>
    <message>
        <source>{name}: a binary file of {size} bytes</source>
        <translation>{name}: berkas biner, {size} bita</translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more files</source>
        <translation>
            <numerusform>… dan %Ln berkas lagi</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Agreement</source>
        <translation>Kesepakatan</translation>
    </message>
    <message>
        <source>Choose Where to Write</source>
        <translation>Pilih Tempat Menyimpan</translation>
    </message>
    <message>
        <source>Choose a new file for the names behind the pseudonyms.</source>
        <translation>Pilih berkas baru untuk menyimpan nama asli di balik nama samaran.</translation>
    </message>
    <message>
        <source>Choose where to write.</source>
        <translation>Pilih tempat menyimpan.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Pilih…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Ekspor</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>How far two people agreed, in your words; for the dataset card</source>
        <translation>Tingkat kesepakatan dua orang, dengan kata-kata Anda; untuk kartu dataset</translation>
    </message>
    <message>
        <source>Keep names in</source>
        <translation>Simpan nama asli di</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lisensi</translation>
    </message>
    <message>
        <source>PREVIEW</source>
        <translation>PRATINJAU</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Pratinjau</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Cakupan</translation>
    </message>
    <message>
        <source>The corpus is encrypted, and the export is not: anyone who has the file can read it.</source>
        <translation>Korpus terenkripsi, tetapi hasil ekspor tidak: siapa pun yang memegang berkasnya dapat membacanya.</translation>
    </message>
    <message>
        <source>The preview is being made…</source>
        <translation>Pratinjau sedang dibuat…</translation>
    </message>
    <message>
        <source>There is no folder {path}.</source>
        <translation>Tidak ada folder {path}.</translation>
    </message>
    <message>
        <source>WHAT WOULD BE LOST</source>
        <translation>YANG AKAN HILANG</translation>
    </message>
    <message>
        <source>What would be lost</source>
        <translation>Yang akan hilang</translation>
    </message>
    <message>
        <source>Write to</source>
        <translation>Simpan ke</translation>
    </message>
    <message>
        <source>{path} exists already. Choose another name.</source>
        <translation>{path} sudah ada. Pilih nama lain.</translation>
    </message>
</context>
<context>
    <name>ExportOptions</name>
    <message>
        <source>All claims: {decided} decided, {undecided} undecided without a label</source>
        <translation>Semua klaim: {decided} sudah diputuskan, {undecided} belum, tanpa label</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>Klaim</translation>
    </message>
    <message>
        <source>Cut out of the text</source>
        <translation>Dibuang dari teks</translation>
    </message>
    <message>
        <source>Decided claims only: {decided}</source>
        <translation>Hanya klaim yang sudah diputuskan: {decided}</translation>
    </message>
    <message>
        <source>Everyone, or names separated by commas</source>
        <translation>Semua orang, atau nama-nama dipisahkan koma</translation>
    </message>
    <message>
        <source>Everyone, or of: {names}</source>
        <translation>Semua orang, atau: {names}</translation>
    </message>
    <message>
        <source>Kept in the text, not marked</source>
        <translation>Disertakan tanpa ditandai</translation>
    </message>
    <message>
        <source>Kept, and marked as such</source>
        <translation>Disertakan dan ditandai</translation>
    </message>
    <message>
        <source>Losses</source>
        <translation>Yang hilang</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Numbers for the names of annotators</source>
        <translation>Nomor sebagai pengganti nama anotator</translation>
    </message>
    <message>
        <source>Only articles that are done</source>
        <translation>Hanya artikel yang selesai</translation>
    </message>
    <message>
        <source>Only claims tagged</source>
        <translation>Hanya klaim berlabel</translation>
    </message>
    <message>
        <source>Only claims tagged {label}</source>
        <translation>Hanya klaim berlabel {label}</translation>
    </message>
    <message>
        <source>Only decisions of</source>
        <translation>Hanya keputusan dari</translation>
    </message>
    <message>
        <source>Page furniture</source>
        <translation>Pelengkap halaman</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Bagian</translation>
    </message>
    <message>
        <source>Pseudonyms for sources</source>
        <translation>Nama samaran untuk sumber</translation>
    </message>
    <message>
        <source>Split by article, in per cent:</source>
        <translation>Pembagian artikel, dalam persen:</translation>
    </message>
    <message>
        <source>Write nothing if something would be lost</source>
        <translation>Jangan tulis apa pun jika ada yang hilang</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>benih acak</translation>
    </message>
</context>
<context>
    <name>Exports</name>
    <message>
        <source>, about {seconds} s left</source>
        <translation>, sisa sekitar {seconds} dtk</translation>
    </message>
    <message>
        <source>All of {name}: {count}</source>
        <translation>Seluruh {name}: {count}</translation>
    </message>
    <message>
        <source>All that is open: {count}</source>
        <translation>Semua yang sedang dibuka: {count}</translation>
    </message>
    <message>
        <source>An export is being written; you can cancel it below.</source>
        <translation>Ekspor sedang ditulis; pembatalannya ada di bawah.</translation>
    </message>
    <message>
        <source>Exporting, {percent} %</source>
        <translation>Mengekspor, {percent} %</translation>
    </message>
    <message>
        <source>Open an article first.</source>
        <translation>Buka artikel lebih dulu.</translation>
    </message>
    <message>
        <source>The export was stopped; nothing was written.</source>
        <translation>Ekspor dihentikan; tidak ada yang ditulis.</translation>
    </message>
    <message>
        <source>This article</source>
        <translation>Artikel ini</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>by way of</source>
        <translation>melalui</translation>
    </message>
    <message>
        <source>denied or negated</source>
        <translation>dibantah atau diingkari</translation>
    </message>
    <message>
        <source>expert or study</source>
        <translation>pakar atau hasil kajian</translation>
    </message>
    <message>
        <source>government or state body</source>
        <translation>pemerintah atau lembaga negara</translation>
    </message>
    <message>
        <source>in part</source>
        <translation>sebagian</translation>
    </message>
    <message>
        <source>indirect</source>
        <translation>tak langsung</translation>
    </message>
    <message>
        <source>line {line}</source>
        <translation>baris {line}</translation>
    </message>
    <message>
        <source>news outlet</source>
        <translation>media massa</translation>
    </message>
    <message>
        <source>no source to be found</source>
        <translation>sumber tidak dapat dikenali</translation>
    </message>
    <message>
        <source>none named</source>
        <translation>tidak disebut</translation>
    </message>
    <message>
        <source>official who is not named</source>
        <translation>pejabat tanpa nama</translation>
    </message>
    <message>
        <source>on a condition</source>
        <translation>bersyarat</translation>
    </message>
    <message>
        <source>organisation</source>
        <translation>organisasi</translation>
    </message>
    <message>
        <source>person</source>
        <translation>perorangan</translation>
    </message>
    <message>
        <source>politician</source>
        <translation>politikus</translation>
    </message>
    <message>
        <source>someone not named</source>
        <translation>orang tanpa nama</translation>
    </message>
    <message>
        <source>state media</source>
        <translation>media negara</translation>
    </message>
    <message>
        <source>the reporter&apos;s own voice, no attribution</source>
        <translation>wartawan sendiri, tanpa sumber</translation>
    </message>
    <message>
        <source>word for word</source>
        <translation>langsung</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Corpora (*.jsonl)</source>
        <translation>Korpus (*.jsonl)</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation>Buka Folder</translation>
    </message>
    <message>
        <source>Save Elsewhere</source>
        <translation>Simpan di Tempat Lain</translation>
    </message>
    <message>
        <source>Save Encrypted</source>
        <translation>Simpan Terenkripsi</translation>
    </message>
    <message>
        <source>Where is {name} now?</source>
        <translation>Di mana {name} sekarang?</translation>
    </message>
    <message>
        <source>pasted</source>
        <translation>tempelan</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>Annotator corpus (JSON Lines)</source>
        <translation>Korpus Annotator (JSON Lines)</translation>
    </message>
    <message>
        <source>Citron (JSON)</source>
        <translation>Citron (JSON)</translation>
    </message>
    <message>
        <source>Claims (CSV)</source>
        <translation>Klaim (CSV)</translation>
    </message>
    <message>
        <source>Claims (Excel)</source>
        <translation>Klaim (Excel)</translation>
    </message>
    <message>
        <source>Claims (JSON Lines)</source>
        <translation>Klaim (JSON Lines)</translation>
    </message>
    <message>
        <source>Claims (Parquet)</source>
        <translation>Klaim (Parquet)</translation>
    </message>
    <message>
        <source>CoNLL / IOB2</source>
        <translation>CoNLL / IOB2</translation>
    </message>
    <message>
        <source>CoNLL / IOB2 (a file a layer)</source>
        <translation>CoNLL / IOB2 (satu berkas per lapisan)</translation>
    </message>
    <message>
        <source>E-book (EPUB)</source>
        <translation>Buku elektronik (EPUB)</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Surel</translation>
    </message>
    <message>
        <source>Hugging Face dataset (Parquet and dataset card)</source>
        <translation>Dataset Hugging Face (Parquet dan kartu dataset)</translation>
    </message>
    <message>
        <source>Hugging Face dataset (Parquet)</source>
        <translation>Dataset Hugging Face (Parquet)</translation>
    </message>
    <message>
        <source>Label Studio (JSON and labelling config)</source>
        <translation>Label Studio (JSON dan konfigurasi pelabelan)</translation>
    </message>
    <message>
        <source>Label Studio (JSON)</source>
        <translation>Label Studio (JSON)</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>OpenDocument text (ODT)</source>
        <translation>Teks OpenDocument (ODT)</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Teks biasa</translation>
    </message>
    <message>
        <source>Prodigy (JSON Lines)</source>
        <translation>Prodigy (JSON Lines)</translation>
    </message>
    <message>
        <source>REFI-QDA project (.qdpx)</source>
        <translation>Proyek REFI-QDA (.qdpx)</translation>
    </message>
    <message>
        <source>Records (JSON, JSON Lines)</source>
        <translation>Catatan (JSON, JSON Lines)</translation>
    </message>
    <message>
        <source>Report (HTML)</source>
        <translation>Laporan (HTML)</translation>
    </message>
    <message>
        <source>Report (LibreOffice, ODT)</source>
        <translation>Laporan (LibreOffice, ODT)</translation>
    </message>
    <message>
        <source>Report (Word, DOCX)</source>
        <translation>Laporan (Word, DOCX)</translation>
    </message>
    <message>
        <source>Rich Text (RTF)</source>
        <translation>Teks berformat (RTF)</translation>
    </message>
    <message>
        <source>Table (CSV, TSV)</source>
        <translation>Tabel (CSV, TSV)</translation>
    </message>
    <message>
        <source>Table (Excel)</source>
        <translation>Tabel (Excel)</translation>
    </message>
    <message>
        <source>Table (Parquet)</source>
        <translation>Tabel (Parquet)</translation>
    </message>
    <message>
        <source>Transcript (SRT, WebVTT, Whisper)</source>
        <translation>Transkrip (SRT, WebVTT, Whisper)</translation>
    </message>
    <message>
        <source>UIMA CAS JSON (INCEpTION)</source>
        <translation>UIMA CAS JSON (INCEpTION)</translation>
    </message>
    <message>
        <source>UIMA CAS XMI (INCEpTION)</source>
        <translation>UIMA CAS XMI (INCEpTION)</translation>
    </message>
    <message>
        <source>W3C Web Annotation (JSON-LD)</source>
        <translation>W3C Web Annotation (JSON-LD)</translation>
    </message>
    <message>
        <source>Web page (HTML)</source>
        <translation>Halaman web (HTML)</translation>
    </message>
    <message>
        <source>Word document (DOCX)</source>
        <translation>Dokumen Word (DOCX)</translation>
    </message>
    <message>
        <source>brat standoff</source>
        <translation>brat standoff</translation>
    </message>
    <message>
        <source>brat standoff (with annotation.conf)</source>
        <translation>brat standoff (dengan annotation.conf)</translation>
    </message>
    <message>
        <source>doccano (JSON Lines)</source>
        <translation>doccano (JSON Lines)</translation>
    </message>
    <message>
        <source>doccano (JSON Lines, with relations)</source>
        <translation>doccano (JSON Lines, dengan relasi)</translation>
    </message>
    <message>
        <source>schema.org Claim and ClaimReview (JSON-LD)</source>
        <translation>schema.org Claim dan ClaimReview (JSON-LD)</translation>
    </message>
    <message>
        <source>spaCy DocBin</source>
        <translation>spaCy DocBin</translation>
    </message>
    <message>
        <source>spaCy DocBin (with a training config)</source>
        <translation>spaCy DocBin (dengan konfigurasi pelatihan)</translation>
    </message>
    <message>
        <source>spaCy training examples (JSON)</source>
        <translation>Contoh latihan spaCy (JSON)</translation>
    </message>
</context>
<context>
    <name>Guidelines</name>
    <message>
        <source>Guidelines</source>
        <translation>Pedoman</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>Claim</source>
        <translation>Klaim</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Riwayat</translation>
    </message>
    <message>
        <source>Restore This State</source>
        <translation>Kembalikan ke Keadaan Ini</translation>
    </message>
    <message>
        <source>Restoring is itself a change; Ctrl+Z undoes it.</source>
        <translation>Pengembalian dicatat sebagai perubahan baru dan dapat diurungkan dengan Ctrl+Z.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Tindakan</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Waktu</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Oleh</translation>
    </message>
    <message>
        <source>another text</source>
        <translation>teks lain</translation>
    </message>
    <message>
        <source>the machine</source>
        <translation>mesin</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message numerus="yes">
        <source>%Ln articles from {name} were added to {path}.</source>
        <translation>
            <numerusform>%Ln artikel dari {name} ditambahkan ke {path}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln articles have a new text. Claims unchanged: {carried}; reworded and open again: {changed}; gone: {vanished}.</source>
        <translation>
            <numerusform>%Ln artikel punya teks baru. Klaim yang tetap: {carried}; berubah kalimatnya dan harus dilabeli lagi: {changed}; hilang: {vanished}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln articles were already there.</source>
        <translation>
            <numerusform>%Ln artikel sudah ada sebelumnya.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln problems while reading:</source>
        <translation>
            <numerusform>%Ln masalah saat membaca:</numerusform>
        </translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Semua berkas</translation>
    </message>
    <message>
        <source>All supported files</source>
        <translation>Semua berkas yang didukung</translation>
    </message>
    <message numerus="yes">
        <source>Marks were added to %Ln articles that nobody had worked on.</source>
        <translation>
            <numerusform>Tanda ditambahkan ke %Ln artikel yang belum dikerjakan siapa pun.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Add Files</source>
        <translation>Tambah Berkas</translation>
    </message>
    <message>
        <source>Add Files…</source>
        <translation>Tambah Berkas…</translation>
    </message>
    <message>
        <source>Add a Folder</source>
        <translation>Tambah Folder</translation>
    </message>
    <message>
        <source>Add a Folder…</source>
        <translation>Tambah Folder…</translation>
    </message>
    <message>
        <source>Add the files to import.</source>
        <translation>Tambahkan berkas yang hendak diimpor.</translation>
    </message>
    <message>
        <source>By their names</source>
        <translation>Menurut namanya</translation>
    </message>
    <message>
        <source>Choose one</source>
        <translation>Pilih satu</translation>
    </message>
    <message>
        <source>Choose the Corpus</source>
        <translation>Pilih Korpus</translation>
    </message>
    <message>
        <source>Choose the column that holds the text.</source>
        <translation>Pilih kolom yang memuat teks.</translation>
    </message>
    <message>
        <source>Choose the corpus: a new or existing .jsonl file.</source>
        <translation>Pilih korpus: berkas .jsonl baru atau yang sudah ada.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Pilih…</translation>
    </message>
    <message>
        <source>Column of addresses</source>
        <translation>Kolom alamat</translation>
    </message>
    <message>
        <source>Column of authors</source>
        <translation>Kolom penulis</translation>
    </message>
    <message>
        <source>Column of dates</source>
        <translation>Kolom tanggal</translation>
    </message>
    <message>
        <source>Column of ids</source>
        <translation>Kolom id</translation>
    </message>
    <message>
        <source>Column of languages</source>
        <translation>Kolom bahasa</translation>
    </message>
    <message>
        <source>Column of outlets</source>
        <translation>Kolom media</translation>
    </message>
    <message>
        <source>Column of texts</source>
        <translation>Kolom teks</translation>
    </message>
    <message>
        <source>Column of titles</source>
        <translation>Kolom judul</translation>
    </message>
    <message>
        <source>Corpora (*.jsonl)</source>
        <translation>Korpus (*.jsonl)</translation>
    </message>
    <message>
        <source>Detect for each file</source>
        <translation>Dikenali per berkas</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Berkas</translation>
    </message>
    <message>
        <source>Files to import</source>
        <translation>Berkas yang diimpor</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>Baris pertama</translation>
    </message>
    <message>
        <source>For articles that name none: id, en, …</source>
        <translation>Untuk artikel tanpa keterangan bahasa: id, en, …</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Impor</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>Ke dalam</translation>
    </message>
    <message>
        <source>Into the corpus</source>
        <translation>Ke korpus</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Bahasa</translation>
    </message>
    <message>
        <source>New articles are added to an existing corpus; those it already has are not added twice.</source>
        <translation>Artikel baru ditambahkan ke korpus yang sudah ada; artikel yang sudah dimuatnya tidak ditambahkan lagi.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>There is no folder {path}.</source>
        <translation>Tidak ada folder {path}.</translation>
    </message>
    <message>
        <source>{path} cannot be imported into itself.</source>
        <translation>{path} tidak dapat diimpor ke dalam dirinya sendiri.</translation>
    </message>
    <message>
        <source>{path} is open. Choose another corpus.</source>
        <translation>{path} sedang dibuka. Pilih korpus lain.</translation>
    </message>
</context>
<context>
    <name>Imports</name>
    <message>
        <source>Files are being read; you can cancel that below.</source>
        <translation>Berkas sedang dibaca; pembatalannya ada di bawah.</translation>
    </message>
    <message>
        <source>Reading {name} …</source>
        <translation>Membaca {name} …</translation>
    </message>
    <message>
        <source>Reading {name}, {count} so far</source>
        <translation>Membaca {name}, {count} selesai</translation>
    </message>
    <message>
        <source>Stopped. Articles imported before that are kept.</source>
        <translation>Dihentikan. Artikel yang sudah diimpor tetap ada.</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>All claims are decided. Ctrl+J: next open article</source>
        <translation>Semua klaim sudah diputuskan. Ctrl+J: artikel terbuka berikutnya</translation>
    </message>
    <message>
        <source>CLAIM {number} OF {count}</source>
        <translation>KLAIM {number} DARI {count}</translation>
    </message>
    <message>
        <source>Cue</source>
        <translation>Penanda kutipan</translation>
    </message>
    <message>
        <source>Hedge</source>
        <translation>Keraguan</translation>
    </message>
    <message>
        <source>NO CLAIM IN FOCUS</source>
        <translation>BELUM ADA KLAIM DIPILIH</translation>
    </message>
    <message>
        <source>Next claim (J)</source>
        <translation>Klaim berikutnya (J)</translation>
    </message>
    <message>
        <source>Open an article with Ctrl+O, or drop one here.</source>
        <translation>Buka artikel dengan Ctrl+O, atau seret ke sini.</translation>
    </message>
    <message>
        <source>Previous claim (K)</source>
        <translation>Klaim sebelumnya (K)</translation>
    </message>
    <message>
        <source>Quoted</source>
        <translation>Kutipan</translation>
    </message>
    <message>
        <source>Select part of the text and press C to mark it as a claim.</source>
        <translation>Pilih sebagian teks lalu tekan C untuk menandainya sebagai klaim.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Sumber</translation>
    </message>
    <message>
        <source>Suggested: {label} (Enter)</source>
        <translation>Disarankan: {label} (Enter)</translation>
    </message>
    <message>
        <source>The article is being read; its claims appear as they are found.</source>
        <translation>Artikel sedang dibaca; klaimnya muncul begitu ditemukan.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>Why this was found (Y)</source>
        <translation>Alasan klaim ini ditemukan (Y)</translation>
    </message>
</context>
<context>
    <name>KeysEditor</name>
    <message>
        <source>Command</source>
        <translation>Perintah</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Perintah dan tombolnya</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tombol</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Tombol baru</translation>
    </message>
    <message>
        <source>Restore the Default</source>
        <translation>Pakai Tombol Bawaan</translation>
    </message>
    <message>
        <source>Use This Key</source>
        <translation>Pakai Tombol Ini</translation>
    </message>
    <message>
        <source>{key} is already used for “{command}”. Give that command another key first.</source>
        <translation>{key} sudah dipakai untuk “{command}”. Ganti dulu tombol perintah itu.</translation>
    </message>
</context>
<context>
    <name>KeysSheet</name>
    <message>
        <source>All Keys</source>
        <translation>Semua Tombol</translation>
    </message>
</context>
<context>
    <name>LabelBar</name>
    <message>
        <source>Not a claim</source>
        <translation>Bukan klaim</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>Give a language by its code: id, en, ms, zh-Hant.</source>
        <translation>Tulis bahasa dengan kodenya: id, en, ms, zh-Hant.</translation>
    </message>
</context>
<context>
    <name>Lesson</name>
    <message>
        <source>After a label, the next open claim comes into focus. Changed your mind? Press Ctrl+Z.</source>
        <translation>Setelah dilabeli, klaim berikutnya langsung terpilih. Berubah pikiran? Tekan Ctrl+Z.</translation>
    </message>
    <message>
        <source>I know this</source>
        <translation>Saya sudah tahu</translation>
    </message>
    <message>
        <source>Not a claim? Press X to remove it (Ctrl+Z brings it back).</source>
        <translation>Bukan klaim? Tekan X untuk menghapusnya (Ctrl+Z mengembalikannya).</translation>
    </message>
    <message>
        <source>That is all you need. Everything is on disk already, beside the article. ? shows all keys, G the guidelines.</source>
        <translation>Sekian. Semua pekerjaan Anda sudah tersimpan di samping artikelnya. Tekan ? untuk semua tombol, G untuk pedoman.</translation>
    </message>
    <message>
        <source>The outlined claim is in focus; at the right you see who says it. Press J to go to the next claim, K to go back.</source>
        <translation>Klaim yang berbingkai sedang dipilih; di sebelah kanan tampak siapa yang menyatakannya. Tekan J untuk klaim berikutnya, K untuk kembali.</translation>
    </message>
    <message>
        <source>Was a claim missed? Select its words, with the mouse or with Shift and the arrow keys, and press C.</source>
        <translation>Ada klaim yang terlewat? Pilih kata-katanya dengan tetikus, atau dengan Shift dan tombol panah, lalu tekan C.</translation>
    </message>
    <message>
        <source>Who stands behind it? Press 1 if an institution of the state says it, 2 if someone else does, 3 if it is not certain.</source>
        <translation>Siapa yang menyatakannya? Tekan 1 bila lembaga negara, 2 bila pihak lain, 3 bila belum pasti.</translation>
    </message>
    <message>
        <source>{step} of {count}</source>
        <translation>{step} dari {count}</translation>
    </message>
</context>
<context>
    <name>Losses</name>
    <message numerus="yes">
        <source>%Ln addresses of articles</source>
        <translation>
            <numerusform>%Ln alamat artikel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article texts</source>
        <translation>
            <numerusform>%Ln teks artikel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln articles that are not done</source>
        <translation>
            <numerusform>%Ln artikel yang belum selesai</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln articles without claims</source>
        <translation>
            <numerusform>%Ln artikel tanpa klaim</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln authors of articles</source>
        <translation>
            <numerusform>%Ln penulis artikel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cells that look like formulas or numbers</source>
        <translation>
            <numerusform>%Ln sel yang mirip rumus atau angka</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln characters</source>
        <translation>
            <numerusform>%Ln karakter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln claims in several pieces</source>
        <translation>
            <numerusform>%Ln klaim yang terdiri atas beberapa bagian</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln claims nested in another</source>
        <translation>
            <numerusform>%Ln klaim di dalam klaim lain</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln claims not chosen</source>
        <translation>
            <numerusform>%Ln klaim yang tidak dipilih</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln claims without a cue</source>
        <translation>
            <numerusform>%Ln klaim tanpa penanda kutipan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cues</source>
        <translation>
            <numerusform>%Ln penanda kutipan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln dates of publication</source>
        <translation>
            <numerusform>%Ln tanggal terbit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln denials and conditions</source>
        <translation>
            <numerusform>%Ln sangkalan dan syarat</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entities</source>
        <translation>
            <numerusform>%Ln entitas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln evidence links</source>
        <translation>
            <numerusform>%Ln tautan bukti</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln fields unknown to Annotator</source>
        <translation>
            <numerusform>%Ln bidang data yang tidak dikenal Annotator</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln further cues of a claim</source>
        <translation>
            <numerusform>%Ln penanda kutipan tambahan pada satu klaim</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln further labels</source>
        <translation>
            <numerusform>%Ln label tambahan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hedges</source>
        <translation>
            <numerusform>%Ln penanda keraguan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ids of articles</source>
        <translation>
            <numerusform>%Ln id artikel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln labels</source>
        <translation>
            <numerusform>%Ln label</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln languages of articles</source>
        <translation>
            <numerusform>%Ln bahasa artikel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln links to the same claim</source>
        <translation>
            <numerusform>%Ln tautan ke klaim yang sama</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln long cells</source>
        <translation>
            <numerusform>%Ln sel yang panjang</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln machine-translation flags</source>
        <translation>
            <numerusform>%Ln keterangan terjemahan mesin</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln marks for flagged or skipped articles</source>
        <translation>
            <numerusform>%Ln keterangan artikel perlu ditinjau atau dilewati</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln marks in page furniture that was cut out</source>
        <translation>
            <numerusform>%Ln tanda di pelengkap halaman yang dibuang</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln marks off token borders</source>
        <translation>
            <numerusform>%Ln tanda yang tidak tepat di batas token</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln marks over line ends</source>
        <translation>
            <numerusform>%Ln tanda yang melewati akhir baris</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln names behind pronouns</source>
        <translation>
            <numerusform>%Ln nama yang diacu kata ganti</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln names of labels</source>
        <translation>
            <numerusform>%Ln nama label</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln names of source files</source>
        <translation>
            <numerusform>%Ln nama berkas asal</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln notes</source>
        <translation>
            <numerusform>%Ln catatan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln notes of several lines</source>
        <translation>
            <numerusform>%Ln catatan lebih dari satu baris</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln original languages</source>
        <translation>
            <numerusform>%Ln bahasa asli</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln outlets</source>
        <translation>
            <numerusform>%Ln media</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln overlapping marks</source>
        <translation>
            <numerusform>%Ln tanda yang bertumpang tindih</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln passages of page furniture</source>
        <translation>
            <numerusform>%Ln bagian pelengkap halaman</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln positions of claims in the text</source>
        <translation>
            <numerusform>%Ln letak klaim dalam teks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln readings of several people</source>
        <translation>
            <numerusform>%Ln pembacaan beberapa orang</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln reasons why a claim was found</source>
        <translation>
            <numerusform>%Ln alasan klaim ditemukan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln records of claims that the text refutes</source>
        <translation>
            <numerusform>%Ln keterangan klaim yang dibantah artikel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln records of earlier texts</source>
        <translation>
            <numerusform>%Ln catatan teks lama</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln records of how a claim was settled</source>
        <translation>
            <numerusform>%Ln catatan cara klaim diputuskan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln records of how far the machine has read</source>
        <translation>
            <numerusform>%Ln catatan sejauh mana mesin telah membaca</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln records of whether a claim is checkable</source>
        <translation>
            <numerusform>%Ln keterangan klaim dapat diperiksa atau tidak</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln records of whether a claim is quoted</source>
        <translation>
            <numerusform>%Ln keterangan klaim dikutip langsung atau tidak</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln records of who decided, when, and what they saw</source>
        <translation>
            <numerusform>%Ln catatan siapa yang memutuskan, kapan, dan apa yang dilihatnya</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln records of who found a claim, and when</source>
        <translation>
            <numerusform>%Ln catatan siapa yang menemukan klaim, dan kapan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln relaying sources</source>
        <translation>
            <numerusform>%Ln sumber perantara</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln reviews</source>
        <translation>
            <numerusform>%Ln ulasan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln source types</source>
        <translation>
            <numerusform>%Ln jenis sumber</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sources</source>
        <translation>
            <numerusform>%Ln sumber</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln suggested labels</source>
        <translation>
            <numerusform>%Ln label yang disarankan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln times in a recording</source>
        <translation>
            <numerusform>%Ln waktu dalam rekaman</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln titles</source>
        <translation>
            <numerusform>%Ln judul</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln undecided claims</source>
        <translation>
            <numerusform>%Ln klaim yang belum dilabeli</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln verdicts</source>
        <translation>
            <numerusform>%Ln putusan</numerusform>
        </translation>
    </message>
    <message>
        <source>cut off: a cell holds 32,767 characters</source>
        <translation>dipotong: satu sel memuat 32.767 karakter</translation>
    </message>
    <message>
        <source>left out: a Citron quote holds one cue only</source>
        <translation>dilewati: kutipan Citron hanya memuat satu penanda kutipan</translation>
    </message>
    <message>
        <source>left out: a Citron quote needs a cue</source>
        <translation>dilewati: kutipan Citron harus memiliki penanda kutipan</translation>
    </message>
    <message>
        <source>left out: a column cannot hold overlapping marks</source>
        <translation>dilewati: satu kolom tidak dapat memuat tanda yang bertumpang tindih</translation>
    </message>
    <message>
        <source>left out: the verdict has no text</source>
        <translation>dilewati: putusannya tidak memuat teks</translation>
    </message>
    <message>
        <source>not in doc.ents, which allows no overlap; kept in doc.spans[&apos;overlapping&apos;]</source>
        <translation>tidak dimasukkan ke doc.ents, yang tidak menerima tumpang tindih; disimpan di doc.spans[&apos;overlapping&apos;]</translation>
    </message>
    <message>
        <source>not in the table: a row is a claim</source>
        <translation>tidak ada dalam tabel: satu baris adalah satu klaim</translation>
    </message>
    <message>
        <source>split at the line end</source>
        <translation>dipotong di akhir baris</translation>
    </message>
    <message>
        <source>widened to whole tokens</source>
        <translation>diperlebar sampai batas token</translation>
    </message>
    <message>
        <source>widened to whole tokens; exact positions are in user_data</source>
        <translation>diperlebar sampai batas token; letak persisnya ada di user_data</translation>
    </message>
    <message>
        <source>widened to whole tokens; exact positions are kept beside them</source>
        <translation>diperlebar sampai batas token; letak persisnya dicantumkan di sampingnya</translation>
    </message>
    <message>
        <source>written as spaces, since HTML can&apos;t hold them</source>
        <translation>ditulis sebagai spasi, karena HTML tidak dapat memuatnya</translation>
    </message>
    <message>
        <source>written as spaces, since XML can&apos;t hold them</source>
        <translation>ditulis sebagai spasi, karena XML tidak dapat memuatnya</translation>
    </message>
    <message>
        <source>written in one line</source>
        <translation>ditulis dalam satu baris</translation>
    </message>
    <message>
        <source>written under another name, since they cannot be file names</source>
        <translation>ditulis dengan nama lain, karena tidak dapat dipakai sebagai nama berkas</translation>
    </message>
    <message>
        <source>written with _ for what brat&apos;s names can&apos;t hold</source>
        <translation>ditulis dengan _ untuk tanda yang tidak dapat dimuat nama di brat</translation>
    </message>
    <message>
        <source>written with an apostrophe before them</source>
        <translation>ditulis dengan apostrof di depannya</translation>
    </message>
    <message>
        <source>written without the page address that search engines expect</source>
        <translation>ditulis tanpa alamat halaman, padahal diminta mesin pencari</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Claim {number} of {count}, {label}: {content}</source>
        <translation>Klaim {number} dari {count}, {label}: {content}</translation>
    </message>
    <message>
        <source>Select words first: with the mouse, or with Shift and the arrow keys.</source>
        <translation>Pilih dulu kata-katanya dengan tetikus, atau dengan Shift dan tombol panah.</translation>
    </message>
    <message>
        <source>open</source>
        <translation>belum dilabeli</translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>Each decision is kept with the name of the person who made it, so that several people can work on the same articles. You can change the name later: click it in the status line.</source>
        <translation>Setiap keputusan disimpan bersama nama orang yang membuatnya, sehingga beberapa orang dapat mengerjakan artikel yang sama. Nama dapat diubah nanti: klik nama itu di baris status.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Your Name</source>
        <translation>Nama Anda</translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>Add evidence</source>
        <translation>Tambahkan bukti</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Bukti</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Tulis catatan</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message numerus="yes">
        <source>%Ln claims were decided or moved in two ways; they are open again.</source>
        <translation>
            <numerusform>%Ln klaim diputuskan atau digeser dengan cara berbeda; klaim itu harus dilabeli lagi.</numerusform>
        </translation>
    </message>
    <message>
        <source>Carry over to the new text</source>
        <translation>Pindahkan ke teks baru</translation>
    </message>
    <message>
        <source>Copy Report</source>
        <translation>Salin Laporan</translation>
    </message>
    <message>
        <source>Keep the earlier text</source>
        <translation>Tetap pakai teks lama</translation>
    </message>
    <message numerus="yes">
        <source>Labels were changed in %Ln articles.</source>
        <translation>
            <numerusform>Label pada %Ln artikel telah diubah.</numerusform>
        </translation>
    </message>
    <message>
        <source>Merge both</source>
        <translation>Gabungkan keduanya</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>Buka lagi</translation>
    </message>
    <message>
        <source>Save elsewhere…</source>
        <translation>Simpan di tempat lain…</translation>
    </message>
    <message>
        <source>Show the Folder</source>
        <translation>Buka Foldernya</translation>
    </message>
    <message>
        <source>Show which…</source>
        <translation>Lihat Rinciannya…</translation>
    </message>
    <message>
        <source>The other articles keep theirs, because you stopped.</source>
        <translation>Artikel lain tidak diubah karena Anda menghentikannya.</translation>
    </message>
    <message>
        <source>The report is on the clipboard; it holds no article text.</source>
        <translation>Laporan ada di papan klip; isinya tidak memuat teks artikel.</translation>
    </message>
    <message>
        <source>The work of both is now in one corpus; nothing is lost.</source>
        <translation>Hasil kerja keduanya kini berada dalam satu korpus; tidak ada yang hilang.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Urungkan</translation>
    </message>
    <message>
        <source>You have made other changes since. Use Edit &gt; History… to go back.</source>
        <translation>Sesudah itu ada perubahan lain. Gunakan Sunting &gt; Riwayat… untuk kembali ke keadaan sebelumnya.</translation>
    </message>
    <message>
        <source>“{title}” has its new text. Claims unchanged: {carried}; reworded and open again: {changed}; gone: {vanished}.</source>
        <translation>“{title}” kini memakai teks baru. Klaim yang tetap: {carried}; berubah kalimatnya dan harus dilabeli lagi: {changed}; hilang: {vanished}.</translation>
    </message>
    <message>
        <source>⚠ Claim {number}: {sentence} K goes back to it.</source>
        <translation>⚠ Klaim {number}: {sentence} K untuk kembali ke sana.</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>page furniture</source>
        <translation>pelengkap halaman</translation>
    </message>
    <message numerus="yes">
        <source>page furniture, %Ln lines</source>
        <translation>
            <numerusform>pelengkap halaman, %Ln baris</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PageHeader</name>
    <message numerus="yes">
        <source>%Ln attachments</source>
        <translation>
            <numerusform>%Ln lampiran</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln deletions</source>
        <translation>
            <numerusform>%Ln bagian yang dihapus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln embedded parts</source>
        <translation>
            <numerusform>%Ln objek sisipan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln films and sounds</source>
        <translation>
            <numerusform>%Ln video dan audio</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln formulas</source>
        <translation>
            <numerusform>%Ln rumus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines set aside as page furniture</source>
        <translation>
            <numerusform>%Ln baris disisihkan sebagai pelengkap halaman</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln missing parts</source>
        <translation>
            <numerusform>%Ln bagian yang hilang</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pages without text</source>
        <translation>
            <numerusform>%Ln halaman tanpa teks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pictures</source>
        <translation>
            <numerusform>%Ln gambar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unreadable characters</source>
        <translation>
            <numerusform>%Ln karakter tak terbaca</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln words</source>
        <translation>
            <numerusform>%Ln kata</numerusform>
        </translation>
    </message>
    <message>
        <source>English</source>
        <translation>Inggris</translation>
    </message>
    <message>
        <source>Indonesian</source>
        <translation>Indonesia</translation>
    </message>
    <message>
        <source>highlighting…</source>
        <translation>menyorot…</translation>
    </message>
    <message>
        <source>in this language only quotations and numbers are highlighted</source>
        <translation>untuk bahasa ini hanya kutipan dan angka yang disorot</translation>
    </message>
    <message>
        <source>not shown: {what}</source>
        <translation>tidak ditampilkan: {what}</translation>
    </message>
    <message>
        <source>read as {encoding}</source>
        <translation>dibaca sebagai {encoding}</translation>
    </message>
    <message>
        <source>translated by machine</source>
        <translation>diterjemahkan mesin</translation>
    </message>
    <message>
        <source>translated by machine from {lang}</source>
        <translation>diterjemahkan mesin dari bahasa {lang}</translation>
    </message>
    <message>
        <source>translated from {lang}</source>
        <translation>diterjemahkan dari bahasa {lang}</translation>
    </message>
</context>
<context>
    <name>Passphrase</name>
    <message>
        <source>Encrypted Corpus</source>
        <translation>Korpus Terenkripsi</translation>
    </message>
    <message>
        <source>Passphrase of {name}:</source>
        <translation>Frasa sandi {name}:</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Passphrase</source>
        <translation>Frasa sandi</translation>
    </message>
    <message>
        <source>Repeat it</source>
        <translation>Ulangi sekali lagi</translation>
    </message>
    <message>
        <source>The corpus and its history will be encrypted with this passphrase. Without it nobody can read them, not even you. The files that are not encrypted stay: delete them yourself once you have opened the encrypted ones.</source>
        <translation>Korpus dan riwayatnya akan dienkripsi dengan frasa sandi ini. Tanpa frasa sandi, tak seorang pun dapat membacanya, termasuk Anda. Berkas yang tidak terenkripsi tetap ada: hapus sendiri setelah berkas terenkripsi berhasil dibuka.</translation>
    </message>
    <message>
        <source>The two passphrases differ.</source>
        <translation>Kedua frasa sandi itu berbeda.</translation>
    </message>
    <message numerus="yes">
        <source>Use at least %Ln characters; several words are best.</source>
        <translation>
            <numerusform>Gunakan sedikitnya %Ln karakter; beberapa kata lebih baik.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadingProcess</name>
    <message>
        <source>the reading process ended (code {code})</source>
        <translation>proses pembaca berakhir (kode {code})</translation>
    </message>
    <message>
        <source>the reading process stopped too often</source>
        <translation>proses pembaca terlalu sering berhenti</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>a headline of the form “source: claim” (guideline 1, H)</source>
        <translation>judul berbentuk “sumber: klaim” (pedoman 1, H)</translation>
    </message>
    <message>
        <source>a name without an office</source>
        <translation>nama tanpa jabatan</translation>
    </message>
    <message>
        <source>a place that stands for its government</source>
        <translation>tempat yang mewakili pemerintahnya</translation>
    </message>
    <message>
        <source>a quotation whose sentence has no known cue: its subject is the source</source>
        <translation>kutipan dalam kalimat tanpa penanda kutipan yang dikenal: subjek kalimat dianggap sumbernya</translation>
    </message>
    <message>
        <source>a quotation without a tag of its own (guideline A3)</source>
        <translation>kutipan tanpa penanda kutipan sendiri (pedoman A3)</translation>
    </message>
    <message>
        <source>a quotation; of this language nothing more is known here</source>
        <translation>kutipan; program belum mengenal bahasa ini lebih jauh</translation>
    </message>
    <message>
        <source>a statement in the reporter&apos;s own voice (guideline 1, R1)</source>
        <translation>pernyataan wartawan sendiri (pedoman 1, R1)</translation>
    </message>
    <message>
        <source>a turn of a conversation, its speaker named before the colon</source>
        <translation>giliran bicara dalam percakapan; pembicaranya disebut sebelum titik dua</translation>
    </message>
    <message>
        <source>an answer in an interview</source>
        <translation>jawaban dalam wawancara</translation>
    </message>
    <message>
        <source>goes on with the last speaker</source>
        <translation>masih pembicara sebelumnya</translation>
    </message>
    <message>
        <source>hearsay without a source (4.2)</source>
        <translation>kabar tanpa sumber (4.2)</translation>
    </message>
    <message>
        <source>it lies inside another claim (guideline 1, N)</source>
        <translation>berada di dalam klaim lain (pedoman 1, N)</translation>
    </message>
    <message>
        <source>it shares the source of the saying before it (guideline A1)</source>
        <translation>sumbernya sama dengan pernyataan sebelumnya (pedoman A1)</translation>
    </message>
    <message>
        <source>it was tagged in the earlier text, where it read: “{words}”</source>
        <translation>sudah dilabeli di teks lama, yang berbunyi: “{words}”</translation>
    </message>
    <message>
        <source>its source stands for {name}</source>
        <translation>sumbernya mengacu pada {name}</translation>
    </message>
    <message>
        <source>no source can be recovered</source>
        <translation>sumbernya tidak dapat dikenali</translation>
    </message>
    <message>
        <source>no source is named</source>
        <translation>tidak ada sumber yang disebut</translation>
    </message>
    <message>
        <source>nobody is named who makes the “{cue}” (4.2)</source>
        <translation>tidak disebut siapa yang menyampaikan “{cue}” (4.2)</translation>
    </message>
    <message>
        <source>nothing says that the source holds an office</source>
        <translation>tidak ada keterangan bahwa sumber memegang jabatan</translation>
    </message>
    <message>
        <source>speaks for {name}: {why}</source>
        <translation>berbicara atas nama {name}: {why}</translation>
    </message>
    <message>
        <source>the article itself refutes it: “{cue}” (guideline 5)</source>
        <translation>artikel ini sendiri membantahnya: “{cue}” (pedoman 5)</translation>
    </message>
    <message>
        <source>the cue “{cue}” is one of conjecture (4.1)</source>
        <translation>penanda kutipan “{cue}” menyatakan dugaan (4.1)</translation>
    </message>
    <message>
        <source>the hedge “{hedge}” weakens the main predicate (4.1)</source>
        <translation>penanda keraguan “{hedge}” melemahkan predikat utama (4.1)</translation>
    </message>
    <message>
        <source>the name of a news outlet</source>
        <translation>nama media massa</translation>
    </message>
    <message>
        <source>the name of an organization</source>
        <translation>nama organisasi</translation>
    </message>
    <message>
        <source>the noun “{cue}” carries a clause (guideline 2)</source>
        <translation>kata benda “{cue}” diikuti klausa (pedoman 2)</translation>
    </message>
    <message>
        <source>the passive “{cue}” names who said it (guideline 5)</source>
        <translation>kata kerja pasif “{cue}” menyebut siapa yang menyatakannya (pedoman 5)</translation>
    </message>
    <message>
        <source>the reporter&apos;s own voice: the outlet is the source (4.4)</source>
        <translation>pernyataan wartawan sendiri: sumbernya media itu (4.4)</translation>
    </message>
    <message>
        <source>the source asked not to be named</source>
        <translation>sumber tidak mau disebut namanya</translation>
    </message>
    <message>
        <source>the tag “{cue}” closes or cuts what it reports (guideline 2)</source>
        <translation>“{cue}” menutup atau menyela kalimat yang dikutip (pedoman 2)</translation>
    </message>
    <message>
        <source>who carried it; no other source is named</source>
        <translation>pihak yang memberitakan; tidak ada sumber lain</translation>
    </message>
    <message>
        <source>{name} was introduced as such: {why}</source>
        <translation>{name} sudah diperkenalkan demikian: {why}</translation>
    </message>
    <message>
        <source>{why} (4.3)</source>
        <translation>{why} (4.3)</translation>
    </message>
    <message>
        <source>“{cue}” names the source of the clause (guideline 5)</source>
        <translation>“{cue}” menyebut sumber klausa itu (pedoman 5)</translation>
    </message>
    <message>
        <source>“{cue}” names who carried it; no other source is given (guideline 1, N)</source>
        <translation>“{cue}” menyebut siapa yang memberitakannya; tidak ada sumber lain (pedoman 1, N)</translation>
    </message>
    <message>
        <source>“{cue}” opens a sentence whose subject says it (guideline 1)</source>
        <translation>“{cue}” mengawali kalimat yang subjeknya menyatakan klaim ini (pedoman 1)</translation>
    </message>
    <message>
        <source>“{cue}” reports hearsay without saying whose (guideline 4.2)</source>
        <translation>“{cue}” menyampaikan kabar tanpa menyebut asalnya (pedoman 4.2)</translation>
    </message>
    <message>
        <source>“{cue}” stands between a source and what it says (guideline 1)</source>
        <translation>“{cue}” berada di antara sumber dan pernyataannya (pedoman 1)</translation>
    </message>
    <message>
        <source>“{words}” has no known author</source>
        <translation>asal “{words}” tidak diketahui</translation>
    </message>
    <message>
        <source>“{words}” is a former office</source>
        <translation>“{words}” adalah mantan pejabat</translation>
    </message>
    <message>
        <source>“{words}” is a news outlet</source>
        <translation>“{words}” adalah media massa</translation>
    </message>
    <message>
        <source>“{words}” is a politician, not an office</source>
        <translation>“{words}” adalah politikus, tidak mewakili lembaga</translation>
    </message>
    <message>
        <source>“{words}” is an expert or a study</source>
        <translation>“{words}” adalah pakar atau hasil kajian</translation>
    </message>
    <message>
        <source>“{words}” is the voice of a government</source>
        <translation>“{words}” adalah media milik negara</translation>
    </message>
    <message>
        <source>“{words}” of a country, region or town</source>
        <translation>“{words}” dari suatu negara, daerah, atau kota</translation>
    </message>
    <message>
        <source>“{words}” of an organization</source>
        <translation>“{words}” dari suatu organisasi</translation>
    </message>
    <message>
        <source>“{words}” speaks as a private person</source>
        <translation>“{words}” berbicara atas nama pribadi</translation>
    </message>
    <message>
        <source>“{words}” speaks for a state body</source>
        <translation>“{words}” berbicara atas nama lembaga negara</translation>
    </message>
    <message>
        <source>“{words}” speaks for an organization</source>
        <translation>“{words}” berbicara atas nama organisasi</translation>
    </message>
</context>
<context>
    <name>Relabelling</name>
    <message>
        <source>Changing labels, {done} of {count} articles</source>
        <translation>Mengubah label, {done} dari {count} artikel</translation>
    </message>
</context>
<context>
    <name>SchemeEditor</name>
    <message>
        <source>Add a Label</source>
        <translation>Tambah Label</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Warna</translation>
    </message>
    <message>
        <source>Guideline</source>
        <translation>Pedoman</translation>
    </message>
    <message>
        <source>In files</source>
        <translation>Dalam berkas</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Tombol</translation>
    </message>
    <message>
        <source>Label Scheme</source>
        <translation>Skema Label</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Remove the Label</source>
        <translation>Hapus Label</translation>
    </message>
    <message>
        <source>Scheme</source>
        <translation>Skema</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Bentuk</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Search articles and claims</source>
        <translation>Cari artikel dan klaim</translation>
    </message>
    <message>
        <source>Search articles and claims  Ctrl F</source>
        <translation>Cari artikel dan klaim  Ctrl F</translation>
    </message>
    <message>
        <source>Words, or label:official  source:name  note:word  state:done  lang:id</source>
        <translation>Kata, atau label:official  source:nama  note:kata  state:done  lang:id</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Add from a File…</source>
        <translation>Tambah dari Berkas…</translation>
    </message>
    <message>
        <source>Allow fetching a web page when I ask for it</source>
        <translation>Izinkan mengambil halaman web bila saya minta</translation>
    </message>
    <message>
        <source>Assist</source>
        <translation>Peran Mesin</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Sunting…</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Umum</translation>
    </message>
    <message>
        <source>Going online</source>
        <translation>Akses internet</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tombol</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Language (from the next start)</source>
        <translation>Bahasa (berlaku setelah program dibuka lagi)</translation>
    </message>
    <message>
        <source>Name on your decisions</source>
        <translation>Nama pada keputusan Anda</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Pengaturan</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Ukuran teks</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>{name} (not found)</source>
        <translation>{name} (tidak ditemukan)</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>A claim is something an article asserts: what happened, how much, who did it. For each claim you decide whether it is official, sourced or speculative.</source>
        <translation>Klaim adalah hal yang dinyatakan artikel: apa yang terjadi, berapa banyak, siapa pelakunya. Untuk setiap klaim Anda menentukan apakah itu resmi, bersumber, atau spekulatif.</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Semua tombol</translation>
    </message>
    <message>
        <source>Begin something new</source>
        <translation>Mulai yang baru</translation>
    </message>
    <message>
        <source>Claim {number} in “{title}”</source>
        <translation>Klaim {number} dalam “{title}”</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Lanjutkan</translation>
    </message>
    <message>
        <source>Find it…</source>
        <translation>Cari…</translation>
    </message>
    <message>
        <source>From the clipboard</source>
        <translation>Dari papan klip</translation>
    </message>
    <message>
        <source>Import a labelled data set</source>
        <translation>Impor set data berlabel</translation>
    </message>
    <message>
        <source>New here?</source>
        <translation>Baru di sini?</translation>
    </message>
    <message>
        <source>Nothing leaves this computer.</source>
        <translation>Tidak ada yang keluar dari komputer ini.</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>Buka folder</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>Buka berkas</translation>
    </message>
    <message>
        <source>Paste an article</source>
        <translation>Tempel artikel</translation>
    </message>
    <message>
        <source>Pick up where you left off</source>
        <translation>Lanjutkan pekerjaan terakhir</translation>
    </message>
    <message>
        <source>Read an article, see who says what, and label each claim.</source>
        <translation>Baca artikel, lihat siapa mengatakan apa, lalu beri label pada setiap klaim.</translation>
    </message>
    <message>
        <source>Sample article: {language}</source>
        <translation>Artikel contoh: {language}</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Awal</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>Hapus dari daftar</translation>
    </message>
    <message>
        <source>Text, web page, PDF, Word, e-mail, EPUB</source>
        <translation>Teks, halaman web, PDF, Word, surel, EPUB</translation>
    </message>
    <message>
        <source>Try it on a sample article</source>
        <translation>Coba dengan artikel contoh</translation>
    </message>
    <message>
        <source>What is a claim, and which label</source>
        <translation>Apa itu klaim, dan label mana</translation>
    </message>
    <message>
        <source>encrypted</source>
        <translation>terenkripsi</translation>
    </message>
    <message>
        <source>not at {path} any more</source>
        <translation>tidak ada lagi di {path}</translation>
    </message>
    <message>
        <source>or drop files anywhere in this window</source>
        <translation>atau letakkan berkas di mana saja pada jendela ini</translation>
    </message>
    <message>
        <source>{decided} of {claims} decided</source>
        <translation>{decided} dari {claims} diputuskan</translation>
    </message>
    <message>
        <source>{done} of {articles} done</source>
        <translation>{done} dari {articles} selesai</translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>done</source>
        <translation>selesai</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>perlu ditinjau</translation>
    </message>
    <message>
        <source>new</source>
        <translation>baru</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>dilewati</translation>
    </message>
    <message>
        <source>started</source>
        <translation>dimulai</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Claims tagged</source>
        <translation>Klaim yang dilabeli</translation>
    </message>
    <message>
        <source>For reading only · {name}</source>
        <translation>Hanya baca · {name}</translation>
    </message>
    <message>
        <source>Highlighting, {percent} %</source>
        <translation>Menyorot, {percent} %</translation>
    </message>
    <message>
        <source>J K next, previous · 1 2 3 tag · C new claim · ? all keys</source>
        <translation>J K berikutnya, sebelumnya · 1 2 3 beri label · C klaim baru · ? semua tombol</translation>
    </message>
    <message>
        <source>Nothing to save yet · {name}</source>
        <translation>Belum ada yang perlu disimpan · {name}</translation>
    </message>
    <message>
        <source>Reads Indonesian and English, offline</source>
        <translation>Membaca bahasa Indonesia dan Inggris, luring</translation>
    </message>
    <message>
        <source>Saved {ago} ago · {name}</source>
        <translation>Tersimpan {ago} lalu · {name}</translation>
    </message>
    <message>
        <source>Saved · {name}</source>
        <translation>Tersimpan · {name}</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Hentikan pembacaan</translation>
    </message>
    <message>
        <source>The history was {before} kB and is now {after} kB.</source>
        <translation>Riwayat semula {before} kB, kini {after} kB.</translation>
    </message>
    <message>
        <source>Your name on decisions; click to change it</source>
        <translation>Nama Anda pada keputusan; klik untuk mengubahnya</translation>
    </message>
    <message>
        <source>{tagged} of {count} tagged</source>
        <translation>{tagged} dari {count} berlabel</translation>
    </message>
</context>
<context>
    <name>UpdateDialog</name>
    <message>
        <source>A reworded claim is open again: its label was given for other words and is now only a suggestion. Claims that are gone are kept in the corpus.</source>
        <translation>Klaim yang berubah kalimatnya harus dilabeli lagi: labelnya diberikan untuk kalimat lama dan kini hanya disarankan. Klaim yang hilang tetap disimpan di korpus.</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Klaim</translation>
    </message>
    <message>
        <source>In the earlier text</source>
        <translation>Di teks lama</translation>
    </message>
    <message>
        <source>In the text now</source>
        <translation>Di teks baru</translation>
    </message>
    <message>
        <source>What the Update Changed</source>
        <translation>Perubahan akibat Pembaruan</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>berubah</translation>
    </message>
    <message>
        <source>the same words in a changed context</source>
        <translation>kata-katanya sama, konteksnya berubah</translation>
    </message>
    <message>
        <source>vanished</source>
        <translation>hilang</translation>
    </message>
</context>
<context>
    <name>WorkLine</name>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Cancel: {work}</source>
        <translation>Batal: {work}</translation>
    </message>
</context>
</TS>
