# SPDX-License-Identifier: GPL-3.0-or-later
"""What Starling does without being asked each time: it watches folders and runs programs."""
