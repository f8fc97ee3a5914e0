"""The system calls that sandboxed code may not make, as a BPF program that bubblewrap hands to the kernel.

A deny-list in classic BPF, written by hand, because a library for it would be one more thing to install. Namespaces,
the read-only file system and the resource limits already hold; this takes away the kernel's wide and rarely used doors
(mounting, tracing, keys, io_uring, new namespaces) and every socket.
"""

from __future__ import annotations

import platform
import struct
from dataclasses import dataclass

# struct seccomp_data: nr at 0, arch at 4, instruction pointer at 8, args (64 bits each) from 16; both are little-endian
_NR, _ARCH, _FIRST_ARG = 0, 4, 16
_LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_ALLOW, _KILL, _ERRNO = 0x7FFF0000, 0x80000000, 0x00050000
_EPERM, _ENOSYS = 1, 38
_X32_BIT = 0x40000000  # x86_64 numbers with this bit are the x32 ABI, whose calls the list below would not meet
_NEW_NAMESPACES = 0x7E020000  # CLONE_NEWNS, CGROUP, UTS, IPC, USER, PID, NET


@dataclass(frozen=True, slots=True)
class Architecture:
    audit: int  # AUDIT_ARCH_*
    clone: int
    clone3: int
    refused: dict[str, int]


X86_64 = Architecture(
    audit=0xC000003E,
    clone=56,
    clone3=435,
    refused={
        "socket": 41, "shmget": 29, "semget": 64, "msgget": 68, "ptrace": 101, "syslog": 103, "personality": 135,
        "modify_ldt": 154, "pivot_root": 155, "chroot": 161, "acct": 163, "mount": 165, "umount2": 166, "swapon": 167,
        "reboot": 169, "iopl": 172, "ioperm": 173, "init_module": 175, "delete_module": 176, "quotactl": 179,
        "kexec_load": 246, "add_key": 248, "request_key": 249, "keyctl": 250, "unshare": 272, "perf_event_open": 298,
        "fanotify_init": 300, "name_to_handle_at": 303, "open_by_handle_at": 304, "setns": 308,
        "process_vm_readv": 310, "process_vm_writev": 311, "kcmp": 312, "finit_module": 313, "memfd_create": 319,
        "kexec_file_load": 320, "bpf": 321, "execveat": 322, "userfaultfd": 323, "io_uring_setup": 425,
        "io_uring_enter": 426, "io_uring_register": 427, "open_tree": 428, "move_mount": 429, "fsopen": 430,
        "fsconfig": 431, "fsmount": 432, "fspick": 433, "pidfd_open": 434, "pidfd_getfd": 438,
        "process_madvise": 440, "mount_setattr": 442, "memfd_secret": 447,
    },
)  # fmt: skip
AARCH64 = Architecture(
    audit=0xC00000B7,
    clone=220,
    clone3=435,
    refused={
        "socket": 198, "shmget": 194, "semget": 190, "msgget": 186, "ptrace": 117, "syslog": 116, "personality": 92,
        "pivot_root": 41, "chroot": 51, "acct": 89, "mount": 40, "umount2": 39, "swapon": 224, "reboot": 142,
        "init_module": 105, "delete_module": 106, "quotactl": 60, "kexec_load": 104, "add_key": 217,
        "request_key": 218, "keyctl": 219, "unshare": 97, "perf_event_open": 241, "fanotify_init": 262,
        "name_to_handle_at": 264, "open_by_handle_at": 265, "setns": 268, "process_vm_readv": 270,
        "process_vm_writev": 271, "kcmp": 272, "finit_module": 273, "memfd_create": 279, "kexec_file_load": 294,
        "bpf": 280, "execveat": 281, "userfaultfd": 282, "io_uring_setup": 425, "io_uring_enter": 426,
        "io_uring_register": 427, "open_tree": 428, "move_mount": 429, "fsopen": 430, "fsconfig": 431,
        "fsmount": 432, "fspick": 433, "pidfd_open": 434, "pidfd_getfd": 438, "process_madvise": 440,
        "mount_setattr": 442, "memfd_secret": 447,
    },
)  # fmt: skip
ARCHITECTURES = {"x86_64": X86_64, "aarch64": AARCH64}


def program(machine: str | None = None) -> bytes:
    """The filter for this machine (or the named one) as an array of struct sock_filter.

    Raises KeyError where the call numbers of the machine are not known here: then nothing may run.
    """
    arch = ARCHITECTURES[machine or platform.machine()]
    steps = [*_right_architecture(arch), *_no_new_namespaces(arch)]
    for number in arch.refused.values():
        steps += [_jump(_EQUAL, 0, 1, number), _return(_ERRNO | _EPERM)]
    return b"".join([*steps, _return(_ALLOW)])


def _right_architecture(arch: Architecture) -> list[bytes]:
    """Calls of another ABI (32 bits, x32) have other numbers: they end the process."""
    steps = [_load(_ARCH), _jump(_EQUAL, 1, 0, arch.audit), _return(_KILL), _load(_NR)]
    if arch is X86_64:
        steps += [_jump(_AT_LEAST, 0, 1, _X32_BIT), _return(_KILL)]
    return steps


def _no_new_namespaces(arch: Architecture) -> list[bytes]:
    """clone3 hides its flags behind a pointer: "not implemented" makes the C library use clone, whose flags show."""
    return [
        _jump(_EQUAL, 0, 1, arch.clone3),
        _return(_ERRNO | _ENOSYS),
        _jump(_EQUAL, 0, 4, arch.clone),
        _load(_FIRST_ARG),
        _jump(_ANY_BIT, 0, 1, _NEW_NAMESPACES),
        _return(_ERRNO | _EPERM),
        _return(_ALLOW),
    ]


def _load(offset: int) -> bytes:
    return struct.pack("HBBI", _LOAD, 0, 0, offset)


def _jump(test: int, if_true: int, if_false: int, value: int) -> bytes:
    return struct.pack("HBBI", test, if_true, if_false, value)


def _return(action: int) -> bytes:
    return struct.pack("HBBI", _RETURN, 0, 0, action)
