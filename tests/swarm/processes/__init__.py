# SPDX-License-Identifier: GPL-3.0-or-later
"""What runs in the processes of the swarm kit."""
