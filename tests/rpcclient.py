# SPDX-License-Identifier: GPL-3.0-or-later
"""A client of remote control that waits for its answers: to be called in a thread beside the program's."""

import json
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from starling.remote.guard import SESSION_HEADER


def call(address: str, program: str, method: str, **arguments: object) -> Any:
    """The arguments of the answer, in the two steps that Transmission wants of who is new."""
    head = {"User-Agent": program}
    body = json.dumps({"method": method, "arguments": arguments}).encode()
    try:
        answer = urlopen(Request(address, body, head))
    except HTTPError as error:
        head[SESSION_HEADER] = error.headers[SESSION_HEADER]
        error.close()
        answer = urlopen(Request(address, body, head))
    with answer:
        said = json.load(answer)
    assert said["result"] == "success", said
    return said["arguments"]
