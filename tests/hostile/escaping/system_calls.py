# expect: ours 0, plain 0; graded; every one of these system calls fails
# tries: make the system calls that look into or change what lies outside
# cell: added
import ctypes
import os
import platform

libc = ctypes.CDLL(None, use_errno=True)
calls = {
    "ptrace": 101,
    "process_vm_readv": 310,
    "process_vm_writev": 311,
    "pidfd_getfd": 438,
    "mount": 165,
    "umount2": 166,
    "pivot_root": 155,
    "chroot": 161,
    "unshare": 272,
    "setns": 308,
    "open_by_handle_at": 304,
    "keyctl": 250,
    "bpf": 321,
    "perf_event_open": 298,
    "userfaultfd": 323,
    "io_uring_setup": 425,
    "init_module": 175,
    "kexec_load": 246,
    "reboot": 169,
    "syslog": 103,
    "iopl": 172,
    "open_tree": 428,
    "move_mount": 429,
    "fsopen": 430,
    "mount_setattr": 442,
    "memfd_create": 319,
    "clone3": 435,
    "personality": 135,
    "fanotify_init": 300,
    "add_key": 248,
    "sethostname": 170,
    "settimeofday": 164,
}
if platform.machine() == "x86_64":
    for name, number in calls.items():
        for flag in (0, 0x40000000):
            ctypes.set_errno(0)
            if libc.syscall(number | flag, 0, 0, 0, 0, 0, 0) >= 0:
                print("SUCCEEDED", name, flag)
for flags in (0x10000000, 0x20000000, 0x40000000, 0x00020000):
    if libc.syscall(56, flags | 17, 0, 0, 0, 0) >= 0:
        print("SUCCEEDED clone", flags)
for number in (0, 65534):
    for name in ("setuid", "setgid", "setresuid"):
        if name != "setresuid" and getattr(libc, name)(number) == 0 and os.getuid() == 0:
            print("SUCCEEDED", name)
