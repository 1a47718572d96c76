# SPDX-License-Identifier: GPL-3.0-or-later
"""The file tree that the Files tab and the add dialog share."""
