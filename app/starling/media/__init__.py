# SPDX-License-Identifier: GPL-3.0-or-later
"""What video, audio and image files say of themselves, read in a process that may come to harm."""
