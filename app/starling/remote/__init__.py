# SPDX-License-Identifier: GPL-3.0-or-later
"""Remote control: Transmission's RPC over HTTP, in its classic dialect and as JSON-RPC 2.0."""
