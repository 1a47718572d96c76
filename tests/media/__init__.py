# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests of the process that reads media files; `samples` holds files of ffmpeg's, a few seconds of its test picture."""
