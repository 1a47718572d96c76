# SPDX-License-Identifier: GPL-3.0-or-later
"""What kind of file a name promises."""

from enum import Enum


class Kind(Enum):
    """What is in a file, as far as its extension tells."""

    VIDEO = "video"
    AUDIO = "audio"
    IMAGE = "image"
    ARCHIVE = "archive"
    TEXT = "text"
    DISC = "disc"
    OTHER = "other"


MEDIA = frozenset({Kind.VIDEO, Kind.AUDIO, Kind.IMAGE})
"""The kinds whose files have a duration, a resolution or codecs."""

_EXTENSIONS = {
    Kind.VIDEO: "3gp avi flv m2ts m4v mkv mov mp4 mpeg mpg mts ogm ogv rm rmvb ts vob webm wmv",
    Kind.AUDIO: "aac ac3 aif aiff alac ape dts flac m4a m4b mid midi mka mp2 mp3 mpc oga ogg opus wav wma wv",
    Kind.IMAGE: "avif bmp exr gif heic heif ico jfif jpe jpeg jpg jxl png psd raw svg tga tif tiff webp xcf",
    Kind.ARCHIVE: "7z ace arj bz2 cab cbr cbz deb gz jar lz lz4 lzma rar rpm tar tbz tgz txz xz z zip zst",
    Kind.TEXT: "ass azw3 cfg csv cue djvu doc docx epub fb2 htm html ini json log m3u m3u8 md mobi nfo odp ods odt "
    "pdf ppt pptx rst rtf sfv srt ssa sub tex toml tsv txt url vtt xls xlsx xml yaml yml",
    Kind.DISC: "bin ccd dmg img iso mdf mds nrg qcow2 toast vdi vhd vhdx vmdk wim",
}
_BY_EXTENSION = {extension: kind for kind, extensions in _EXTENSIONS.items() for extension in extensions.split()}


def kind_of(name: str) -> Kind:
    """The kind of a file, by the extension of its name or path."""
    return _BY_EXTENSION.get(name.rpartition(".")[2].lower(), Kind.OTHER)
