# expect: ours 0, plain 0; graded; no address answers
# tries: reach anything by network, names and raw packets
# cell: added
import socket
import urllib.request

for family in (socket.AF_INET, socket.AF_INET6, socket.AF_UNIX, 16, 17, 38, 40, 44):
    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_RAW):
        try:
            end = socket.socket(family, kind)
            end.settimeout(0.2)
            end.connect({2: ("1.1.1.1", 53), 10: ("2606:4700::1111", 53)}.get(family, "\0/tmp/.X11-unix/X0"))
            print("reached", family, kind)
        except (OSError, TypeError) as error:
            print(family, kind, error)
for port in (22, 80, 443, 5432, 6379, 8888):
    with socket.socket() as end:
        end.settimeout(0.2)
        if end.connect_ex(("127.0.0.1", port)) == 0:
            print("reached", port)
try:
    print("reached", urllib.request.urlopen("http://169.254.169.254/", timeout=0.2).read()[:100])
except OSError as error:
    print(error)
print(open("/proc/net/dev").read())
