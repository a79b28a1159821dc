#!/usr/bin/env bash
# Needs rabbitmq-server and epmd (Debian's packages rabbitmq-server and erlang-base) and the .NET 10 SDK; starts a broker of its own on loopback; skips without.
# MassTransit.RabbitMQ 8.5.12 on RabbitMQ 3.10.8: a quorum queue with x-delivery-limit 2, a consumer with ConcurrentMessageLimit 1, eleven messages. The process is
# killed three times while it works on the first one. Then the queue is empty: the broker has thrown out all eleven, ten of which no consumer ever saw. MassTransit
# takes 16 messages ahead (PrefetchCount, max(16, 2 x processors)), and whatever a dead process held counts as delivered.
# Who is hurt: who sets a limit so that a message that kills its consumer stops doing so: it takes its neighbours with it, as does a service that is restarted
# a few times. With PrefetchCount 1 the first is thrown out alone.
#
# Seen: prefetch 16: seen by a consumer: 1; thrown out: 11; left: 0. prefetch 1: seen by a consumer: 1; thrown out: 1; left: 10.
set -euo pipefail
server=/usr/lib/rabbitmq/bin/rabbitmq-server
[ -x "$server" ] || server=$(command -v rabbitmq-server) || { echo "Skipped: no rabbitmq-server."; exit 77; }
epmd=$(command -v epmd) || { echo "Skipped: no epmd."; exit 77; }
work=$(mktemp -d)
port=$((20000 + RANDOM % 10000))
export ERL_EPMD_PORT=$((port + 10001)) ERL_EPMD_ADDRESS=127.0.0.1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
broker=
stop() {
  if [ -n "$broker" ]; then kill -TERM "$broker" 2> /dev/null || true; wait "$broker" 2> /dev/null || true; fi
  "$epmd" -port "$ERL_EPMD_PORT" -kill > /dev/null 2>&1 || true
  rm -rf "$work"
}
trap stop EXIT
cd "$work"
printf 'listeners.tcp.1 = 127.0.0.1:%s\ndistribution.listener.interface = 127.0.0.1\n' "$port" > rabbitmq.conf
: > rabbitmq-env.conf
HOME=$work RABBITMQ_CONF_ENV_FILE=$work/rabbitmq-env.conf RABBITMQ_NODENAME=finding$port@localhost RABBITMQ_MNESIA_BASE=$work/mnesia RABBITMQ_LOG_BASE=$work/log \
  RABBITMQ_DIST_PORT=$((port + 10002)) RABBITMQ_CONFIG_FILE=$work/rabbitmq.conf RABBITMQ_ENABLED_PLUGINS_FILE=$work/enabled_plugins RABBITMQ_PID_FILE=$work/pid "$server" > broker.txt 2>&1 &
broker=$!
mkdir app && cd app
cat > Finding.csproj <<'P'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
  <ItemGroup><PackageReference Include="MassTransit.RabbitMQ" Version="8.5.12" /></ItemGroup>
</Project>
P
cat > Program.cs <<'P'
using MassTransit;
using RabbitMQ.Client;

namespace Finding;

public sealed record Task1(int Number);

public static class Program
{
    // consume PORT QUEUE PREFETCH: works on one message for ever. count PORT QUEUE: what is where. send PORT QUEUE: eleven messages.
    public static async Task Main(string[] args)
    {
        var (port, queue) = (ushort.Parse(args[1]), args[2]);
        var factory = new ConnectionFactory { HostName = "127.0.0.1", Port = port };
        if (args[0] == "count")
        {
            await using var counting = await factory.CreateConnectionAsync();
            await using var counted = await counting.CreateChannelAsync();
            Console.WriteLine($"thrown out: {await counted.MessageCountAsync($"{queue}-dead")}; left: {await counted.MessageCountAsync(queue)}.");
            return;
        }

        var bus = Bus.Factory.CreateUsingRabbitMq(transport =>
        {
            transport.Host("127.0.0.1", port, "/", _ => { });
            if (args[0] == "consume") transport.ReceiveEndpoint(queue, endpoint =>
            {
                endpoint.SetQuorumQueue();
                endpoint.SetQueueArgument("x-delivery-limit", 2);
                endpoint.BindDeadLetterQueue($"{queue}-dead", $"{queue}-dead");
                endpoint.ConcurrentMessageLimit = 1;
                if (args[3] != "default") endpoint.PrefetchCount = int.Parse(args[3]);
                endpoint.Handler<Task1>(async context =>
                {
                    File.AppendAllText($"{queue}.seen", $"{context.Message.Number}\n");
                    Console.WriteLine("at work");
                    await Task.Delay(Timeout.Infinite);
                });
            });
        });
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await bus.StartAsync(patience.Token);
        Console.WriteLine("started");
        if (args[0] == "send") for (var i = 0; i < 11; i++) await bus.Publish(new Task1(i), patience.Token);
        if (args[0] == "consume") await Task.Delay(Timeout.Infinite);
    }
}
P
dotnet build -c Release -o out --nologo -v q 2>&1 | grep -E 'error' && exit 1
up() { (exec 3<> "/dev/tcp/127.0.0.1/$port" && printf 'AMQP\0\0\x09\x01' >&3 && timeout 2 head -c 4 <&3 | grep -q .) 2> /dev/null; }
for _ in $(seq 200); do if up; then break; fi; sleep 0.5; done
until_line() { for _ in $(seq 300); do if grep -q "$2" "$1"; then return; fi; sleep 0.2; done; cat "$1"; exit 1; }
try() {
  local queue=$1 prefetch=$2 victim
  : > first.txt
  dotnet out/Finding.dll consume "$port" "$queue" "$prefetch" > first.txt 2>&1 & victim=$!
  until_line first.txt started
  dotnet out/Finding.dll send "$port" "$queue" > send.txt 2>&1 || { cat send.txt; exit 1; }
  until_line first.txt "at work"
  # All that it takes ahead has come by then.
  sleep 2
  kill -9 "$victim"; wait "$victim" 2> /dev/null || true
  for _ in 2 3; do
    : > next.txt
    dotnet out/Finding.dll consume "$port" "$queue" "$prefetch" > next.txt 2>&1 & victim=$!
    until_line next.txt "at work"
    sleep 2
    kill -9 "$victim"; wait "$victim" 2> /dev/null || true
  done
  sleep 2
  echo "prefetch $prefetch: seen by a consumer: $(sort -u "$queue.seen" | wc -l); $(dotnet out/Finding.dll count "$port" "$queue")"
}
try ahead default | tee -a said.txt
try alone 1 | tee -a said.txt
if grep -q 'prefetch default: seen by a consumer: 1; thrown out: 11; left: 0\.' said.txt && grep -q 'prefetch 1: seen by a consumer: 1; thrown out: 1; left: 10\.' said.txt; then
  echo "As described: what waited behind a dead process is thrown out with what it worked on."
else
  echo "CHANGED: see above."
  exit 1
fi
