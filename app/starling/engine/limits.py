# SPDX-License-Identifier: GPL-3.0-or-later
"""What a torrent may consist of."""

from typing import Any

LIMITS: Any = {"max_pieces": 8_000_000, "max_decode_tokens": 6_000_000}
"""libtorrent's of what it reads: a torrent that was added must be readable at the next start too."""
