# SPDX-License-Identifier: GPL-3.0-or-later
"""The window: everything a person sees, and nothing that talks to libtorrent."""
