#!/usr/bin/env python3
"""What check-macos.sh needs of launchd: agents that start at once (RunAtLoad) and again after a failure (KeepAlive)."""
import os, plistlib, signal, subprocess, sys, time

state = os.environ['MHB_LAUNCHD']
action, target = sys.argv[1], sys.argv[2]
name = os.path.join(state, target.split('/')[-1])

if action == 'bootstrap':
    with open(sys.argv[3], 'rb') as file:
        agent = plistlib.load(file)
    assert agent['RunAtLoad'] is True and agent['KeepAlive'] == {'SuccessfulExit': False}, agent
    name = os.path.join(state, agent['Label'])
    if os.path.exists(name):
        sys.exit(5)
    if os.fork() == 0:
        os.setsid()
        null = os.open(os.devnull, os.O_RDWR)
        for descriptor in (0, 1, 2):
            os.dup2(null, descriptor)
        environment = {**os.environ, 'XPC_SERVICE_NAME': agent['Label']}
        while True:
            child = subprocess.Popen(agent['ProgramArguments'], env=environment)
            with open(name, 'w') as file:
                file.write(f'{os.getpid()} {child.pid}\n')
            if child.wait() == 0:
                break
            time.sleep(0.2)
        os._exit(0)
    for _ in range(100):
        if os.path.exists(name):
            sys.exit(0)
        time.sleep(0.05)
    sys.exit(1)
if not os.path.exists(name):
    sys.exit(3)
if action == 'bootout':
    for process in open(name).read().split():
        try:
            os.kill(int(process), signal.SIGTERM)
        except ProcessLookupError:
            pass
    os.remove(name)
