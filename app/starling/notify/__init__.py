# SPDX-License-Identifier: GPL-3.0-or-later
"""Notifications of the desktop: their words, and the service that shows them."""
