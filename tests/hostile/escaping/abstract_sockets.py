# expect: ours 0, plain 0; graded; abstract sockets reach nobody outside
# tries: connect to the abstract and named Unix sockets that a machine usually has
# cell: added
import glob
import socket

print(open("/proc/net/unix").read())
names = [
    "\0/tmp/.X11-unix/X0",
    "\0/org/kernel/linux/storage/multipathd",
    "/run/docker.sock",
    "/var/run/docker.sock",
    "/run/systemd/private",
    "/run/dbus/system_bus_socket",
    *glob.glob("/run/**/*.sock", recursive=True),
    *glob.glob("/tmp/**/*", recursive=True),
]
for name in names:
    with socket.socket(socket.AF_UNIX) as end:
        if end.connect_ex(name) == 0:
            print("reached", name)
