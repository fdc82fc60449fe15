# expect: ours 0, plain 0; graded; no program gives rights that the process has not
# tries: use set-user-id programs, capabilities and core dumps to become somebody else
# cell: added
import glob
import os
import stat
import subprocess

for pattern in ("/usr/bin/*", "/bin/*", "/usr/sbin/*", "/usr/lib/openssh/*"):
    for path in glob.glob(pattern):
        if os.stat(path).st_mode & (stat.S_ISUID | stat.S_ISGID):
            print(path)
for command in (
    ["su", "-c", "id"],
    ["sudo", "-n", "id"],
    ["mount", "-t", "tmpfs", "x", "/mnt"],
    ["unshare", "-r", "id"],
    ["bwrap", "--ro-bind", "/", "/", "id"],
    ["newuidmap"],
    ["ping", "-c1", "127.0.0.1"],
    ["nsenter", "-t", "1", "-a", "id"],
):
    try:
        ran = subprocess.run(command, capture_output=True, timeout=1.0, input=b"")
        print(command[0], ran.returncode, ran.stdout[:200], ran.stderr[:200])
        if b"uid=0" in ran.stdout:
            print("SUCCEEDED", command)
    except (OSError, subprocess.SubprocessError) as error:
        print(command[0], error)
print([line for line in open("/proc/self/status") if line.startswith(("Cap", "NoNew", "Seccomp", "Uid"))])
for path in (
    "/proc/sys/kernel/core_pattern",
    "/proc/sysrq-trigger",
    "/proc/self/oom_score_adj",
    "/proc/1/mem",
    "/sys/kernel/uevent_helper",
    "/proc/self/uid_map",
    "/proc/self/setgroups",
    "/proc/sys/vm/drop_caches",
    "/proc/self/attr/current",
):
    try:
        with open(path, "w") as file:
            file.write("0 0 1" if "map" in path else "-1000" if "oom" in path else "h")
        print("SUCCEEDED", path)
    except OSError as error:
        print(path, error)
