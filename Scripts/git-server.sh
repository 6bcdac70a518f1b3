#!/usr/bin/env bash
# A throw-away Git server on loopback: bare repositories behind a real sshd and behind nginx with
# `git http-backend`, both as the current user.
#
#   Scripts/git-server.sh start DIR             serves the bare repositories in DIR/repositories
#   Scripts/git-server.sh account DIR NAME KEY  lets NAME in: by ssh with the key whose public half is in the
#                                               file KEY, by HTTP with the password in DIR/NAME.password
#   Scripts/git-server.sh env DIR               shell variables, for: eval "$(Scripts/git-server.sh env DIR)"
#   Scripts/git-server.sh stop DIR              ends it; DIR stays
#
# A hook is told who pushes in SALLYPORT_PUSHER, by both alike: that is `pusher: ssh` in the root.
#
#   $GIT_SERVER_SSH/NAME.git    reads and writes for accounts. With GIT_SSH_COMMAND="$GIT_SERVER_SSH_COMMAND -i KEY"
#   $GIT_SERVER_HTTP/NAME.git   reads for everybody, writes for accounts
set -euo pipefail

say() { printf 'git-server: %s\n' "$*" >&2; }
die() { say "error: $*"; exit 1; }
usage() {
    sed -n '5,9s/^# \{0,3\}//p' "${BASH_SOURCE[0]}" >&2
    exit 2
}

programs=(sshd fcgiwrap nginx)

# A recorded pid is believed only while its command line still names our folder.
pid_of() {
    local pid
    pid=$(cat "$dir/server/$1.pid" 2>/dev/null) || return 1
    [[ -n $pid && -r /proc/$pid/cmdline ]] || return 1
    { tr '\0' ' ' <"/proc/$pid/cmdline"; } 2>/dev/null | grep -qF -- "$dir/" && printf '%s' "$pid"
}

launch() {
    local name=$1
    shift
    # No file descriptor of the caller may stay open in it: a pipe that a test reads to its end.
    (
        for fd in /proc/self/fd/*; do
            fd=${fd##*/}
            if ((fd > 2)); then eval "exec $fd>&-" 2>/dev/null || true; fi
        done
        exec setsid "$@" </dev/null >"$dir/server/$name.log" 2>&1
    ) &
    printf '%s\n' "$!" >"$dir/server/$name.pid"
}

# Below the range that outgoing connections use, so that none of them takes a port between our looking and
# the server's binding.
free_ports() {
    python3 - "$1" <<'PYTHON'
import random, socket, sys
found = []
while len(found) < int(sys.argv[1]):
    port = random.randint(15000, 32000)
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            continue
    if port not in found:
        found.append(port)
print(*found)
PYTHON
}

prepare_sshd() {
    ssh-keygen -q -t ed25519 -N '' -C 'git server' -f "$dir/server/host_key"
    printf '[127.0.0.1]:%s %s\n' "$ssh_port" "$(cut -d' ' -f1,2 "$dir/server/host_key.pub")" >"$dir/server/known_hosts"
    : >"$dir/server/authorized_keys"
    cat >"$dir/server/sshd_config" <<CONFIG
ListenAddress 127.0.0.1:$ssh_port
HostKey $dir/server/host_key
PidFile none
AuthorizedKeysFile $dir/server/authorized_keys
AllowUsers $(id -un)
PermitRootLogin prohibit-password
PasswordAuthentication no
KbdInteractiveAuthentication no
UsePAM no
# The folder is a temporary one, whose parents anybody may write to.
StrictModes no
# Only this one: it is how a hook is told whose key opened the connection.
PermitUserEnvironment SALLYPORT_PUSHER
AllowTcpForwarding no
X11Forwarding no
CONFIG
    # As root, sshd wants the folder that its service would have made.
    if ((EUID == 0)); then [[ -d /run/sshd ]] || mkdir -m 0755 /run/sshd; fi
}

prepare_nginx() {
    : >"$dir/server/htpasswd"
    mkdir -p "$dir/server/nginx"
    cat >"$dir/server/nginx.conf" <<CONFIG
$(if ((EUID == 0)); then echo "user root;"; fi)
daemon off;
pid $dir/server/nginx/pid;
error_log stderr warn;
worker_processes 1;
events { worker_connections 64; }
http {
    access_log off;
    client_max_body_size 1g;
    client_body_temp_path $dir/server/nginx/body;
    proxy_temp_path $dir/server/nginx/proxy;
    fastcgi_temp_path $dir/server/nginx/fastcgi;
    uwsgi_temp_path $dir/server/nginx/uwsgi;
    scgi_temp_path $dir/server/nginx/scgi;
    # A push asks for its service in the query first, and without a challenge there git sends no password.
    map \$arg_service\$uri \$realm {
        default off;
        ~git-receive-pack "Git";
    }
    server {
        listen 127.0.0.1:$http_port;
        auth_basic \$realm;
        auth_basic_user_file $dir/server/htpasswd;
        location ~ ^/[A-Za-z0-9._-]+\\.git/(info/refs|git-upload-pack|git-receive-pack)\$ {
            fastcgi_pass unix:$dir/server/fastcgi.sock;
            fastcgi_param SCRIPT_FILENAME $(git --exec-path)/git-http-backend;
            fastcgi_param GIT_PROJECT_ROOT $dir/repositories;
            fastcgi_param GIT_HTTP_EXPORT_ALL 1;
            fastcgi_param PATH_INFO \$uri;
            fastcgi_param QUERY_STRING \$query_string;
            fastcgi_param REQUEST_METHOD \$request_method;
            fastcgi_param CONTENT_TYPE \$content_type;
            fastcgi_param CONTENT_LENGTH \$content_length;
            fastcgi_param GIT_PROTOCOL \$http_git_protocol;
            fastcgi_param REMOTE_ADDR \$remote_addr;
            fastcgi_param REMOTE_USER \$remote_user;
            fastcgi_param SALLYPORT_PUSHER \$remote_user;
        }
        location / { return 404; }
    }
}
CONFIG
}

listening() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

await() { # WHAT COMMAND...
    local what=$1 i
    shift
    for ((i = 0; i < 200; i++)); do
        if "$@"; then return 0; fi
        sleep 0.05
    done
    tail -n 15 "$dir"/server/*.log >&2
    halt
    die "$what did not start"
}

start() {
    local ssh_port http_port picked command
    [[ ! -e $dir/server ]] || die "$dir/server is already there"
    for command in sshd nginx fcgiwrap; do
        command -v "$command" >/dev/null || die "$command is missing; run Scripts/install-packages.sh test"
    done
    umask 077
    mkdir -p "$dir/server" "$dir/repositories"
    read -ra picked <<<"$(free_ports 2)"
    ssh_port=${picked[0]}
    http_port=${picked[1]}
    prepare_sshd
    prepare_nginx
    {
        printf 'export GIT_SERVER_SSH=%q\n' "ssh://$(id -un)@127.0.0.1:$ssh_port$dir/repositories"
        printf 'export GIT_SERVER_HTTP=%q\n' "http://127.0.0.1:$http_port"
        printf 'export GIT_SERVER_SSH_COMMAND=%q\n' \
            "ssh -F none -o UserKnownHostsFile=$dir/server/known_hosts -o IdentitiesOnly=yes -o IdentityAgent=none -o BatchMode=yes"
    } >"$dir/server/env"
    # sshd runs itself again for each connection, and wants its full path for that.
    launch sshd "$(command -v sshd)" -D -e -f "$dir/server/sshd_config"
    # What hooks inherit: nothing of the caller's Git settings.
    launch fcgiwrap env -i PATH="$PATH" HOME="$dir/server" GIT_CONFIG_NOSYSTEM=1 fcgiwrap -f -s "unix:$dir/server/fastcgi.sock"
    launch nginx nginx -e stderr -p "$dir/server/nginx/" -c "$dir/server/nginx.conf"
    await sshd listening "$ssh_port"
    await fcgiwrap test -S "$dir/server/fastcgi.sock"
    await nginx listening "$http_port"
}

account() { # NAME KEY
    [[ $1 =~ ^[a-z0-9-]+$ ]] || die "the name of an account is of a-z, 0-9 and -"
    local password
    password=$(openssl rand -hex 12)
    umask 077
    printf '%s\n' "$password" >"$dir/$1.password"
    printf '%s:%s\n' "$1" "$(openssl passwd -apr1 -stdin <<<"$password")" >>"$dir/server/htpasswd"
    printf 'restrict,environment="SALLYPORT_PUSHER=%s" %s\n' "$1" "$(cut -d' ' -f1,2 "$2")" >>"$dir/server/authorized_keys"
}

halt() {
    local name pid i
    for name in "${programs[@]}"; do
        pid=$(pid_of "$name") || continue
        kill "$pid" 2>/dev/null || true
    done
    for name in "${programs[@]}"; do
        for ((i = 0; i < 60; i++)); do
            pid=$(pid_of "$name") || break
            ((i < 40)) || kill -KILL "$pid" 2>/dev/null || true
            sleep 0.05
        done
        rm -f "$dir/server/$name.pid"
    done
}

(($# >= 2)) || usage
command=$1
dir=$(realpath -m -- "$2")
shift 2
case $command in
    start) start ;;
    env) cat "$dir/server/env" ;;
    account) (($# == 2)) || usage; account "$1" "$2" ;;
    stop) halt ;;
    *) usage ;;
esac
