# SPDX-License-Identifier: GPL-3.0-or-later
"""Dialogs: opened, never executed, and awaited by whoever asks."""
