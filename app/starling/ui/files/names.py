# SPDX-License-Identifier: GPL-3.0-or-later
"""What kind of file a name promises."""

_KINDS = {
    "file-video": "3gp avi flv m2ts m4v mkv mov mp4 mpeg mpg mts ogm ogv rm rmvb ts vob webm wmv",
    "file-audio": "aac ac3 aif aiff alac ape dts flac m4a m4b mid midi mka mp2 mp3 mpc oga ogg opus wav wma wv",
    "file-image": "avif bmp exr gif heic heif ico jfif jpe jpeg jpg jxl png psd raw svg tga tif tiff webp xcf",
    "file-archive": "7z ace arj bz2 cab cbr cbz deb gz jar lz lz4 lzma rar rpm tar tbz tgz txz xz z zip zst",
    "file-text": "ass azw3 cfg csv cue djvu doc docx epub fb2 htm html ini json log m3u m3u8 md mobi nfo odp ods odt "
    "pdf ppt pptx rst rtf sfv srt ssa sub tex toml tsv txt url vtt xls xlsx xml yaml yml",
    "file-disc": "bin ccd dmg img iso mdf mds nrg qcow2 toast vdi vhd vhdx vmdk wim",
}
_BY_EXTENSION = {extension: icon for icon, extensions in _KINDS.items() for extension in extensions.split()}


def icon_of(name: str) -> str:
    """Name of the icon for a file, by its extension."""
    return _BY_EXTENSION.get(name.rpartition(".")[2].lower(), "file")
