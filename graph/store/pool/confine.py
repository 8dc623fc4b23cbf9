"""What a process that runs queries of strangers gives up: memory, core files, the network.

SERVICE and LOAD are refused before a query comes here. Should one slip through, the system itself
denies the worker any new socket: a filter on the system call `socket`, which cannot be taken off.
Linux only; elsewhere the refusal before execution stands alone.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import resource
import signal
import struct

_PR_SET_PDEATHSIG, _PR_SET_NO_NEW_PRIVS, _PR_SET_SECCOMP, _MODE_FILTER = 1, 38, 22, 2
_LOAD, _JUMP_IF_EQUAL, _RETURN = 0x20, 0x15, 0x06
_ALLOW, _ERRNO = 0x7FFF0000, 0x00050000
# The tokens of <linux/audit.h> and the numbers of `socket`, by machine.
_SOCKET = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}
# What the engine says before it aborts for want of memory, the last where a thread finds none.
_SAID_OF_MEMORY = (
    *(b"memory allocation", b"bad_alloc", b"Cannot allocate memory", b"MemoryError"),
    b"Resource temporarily unavailable",
)


class _Filter(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))


def frugal_environment() -> dict[str, str]:
    """Return our environment for a process whose address space is bounded.

    The C library of GNU sets aside 64 MiB of addresses for every thread that allocates, and the
    engine opens its files with up to 16 threads: on a busy machine, where all of them live at a
    time, these alone are a gigabyte, and the smallest query would be told that it needs too much.
    """
    return os.environ | {"MALLOC_ARENA_MAX": "1"}


def bound_memory(memory: int) -> None:
    """Bound the address space of this process to so many bytes, and let it leave no core file."""
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    least = memory if hard == resource.RLIM_INFINITY else min(memory, hard)
    resource.setrlimit(resource.RLIMIT_AS, (least, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def ran_out_of_memory(last_words: bytes) -> bool:
    """Tell whether what a process wrote to standard error says that it found no memory."""
    return any(said in last_words for said in _SAID_OF_MEMORY)


def end_with_parent() -> None:
    """Let the system kill this process when the one that started it ends, however it ends."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


def deny_network() -> bool:
    """Deny this process every new socket, for good; tell whether the system agreed."""
    known = _SOCKET.get(platform.machine())
    if known is None:
        return False
    token, number = known
    rules = (
        (_LOAD, 0, 0, 4),  # the machine of the call
        (_JUMP_IF_EQUAL, 1, 0, token),
        (_RETURN, 0, 0, _ERRNO | errno.EPERM),  # another machine's numbers mean other calls
        (_LOAD, 0, 0, 0),  # the number of the call
        (_JUMP_IF_EQUAL, 0, 1, number),
        (_RETURN, 0, 0, _ERRNO | errno.EPERM),
        (_RETURN, 0, 0, _ALLOW),
    )
    code = b"".join(struct.pack("HBBI", *rule) for rule in rules)
    held = ctypes.create_string_buffer(code, len(code))
    program = _Filter(len(rules), ctypes.addressof(held))
    prctl = ctypes.CDLL(None).prctl
    if prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0):
        return False
    return bool(prctl(_PR_SET_SECCOMP, _MODE_FILTER, ctypes.byref(program), 0, 0) == 0)
