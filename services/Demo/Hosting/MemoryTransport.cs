using System.IO.Pipelines;
using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;

namespace MonitoringDemo.Demo.Hosting;

/// <summary>
/// Kestrel's sockets, and beside them connections within this process: the same server, the same requests, but no way through
/// the kernel and no other thread to wait for. A step of a few rows would otherwise cost more on the way than at its end.
/// </summary>
internal sealed class MemoryTransport(IOptions<SocketTransportOptions> options, ILoggerFactory loggers) : IConnectionListenerFactory
{
    private const int SegmentBytes = 64 << 10;

    private readonly SocketTransportFactory _sockets = new(options, loggers);
    private readonly Channel<ConnectionContext> _arriving = Channel.CreateUnbounded<ConnectionContext>();

    public async ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default) =>
        new Listener(await _sockets.BindAsync(endpoint, cancellationToken), _arriving.Reader);

    /// <summary>Opens a connection to the server.</summary>
    /// <returns>The caller's end.</returns>
    public IDuplexPipe Connect()
    {
        // A request is worked on by the thread that sends it; an answer that is waited for wakes a thread of its own.
        var (requests, answers) = (new Pipe(Options(PipeScheduler.Inline)), new Pipe(Options(PipeScheduler.ThreadPool)));
        var caller = new Ends(answers.Reader, requests.Writer);
        _arriving.Writer.TryWrite(new DefaultConnectionContext("in-memory", new Ends(requests.Reader, answers.Writer), caller));
        return caller;
    }

    // Without a threshold at which a writer waits: both ends may be one thread.
    private static PipeOptions Options(PipeScheduler readers) => new(
        readerScheduler: readers,
        writerScheduler: PipeScheduler.Inline,
        pauseWriterThreshold: 0,
        resumeWriterThreshold: 0,
        minimumSegmentSize: SegmentBytes,
        useSynchronizationContext: false);

    private sealed record Ends(PipeReader Input, PipeWriter Output) : IDuplexPipe;

    private sealed class Listener(IConnectionListener sockets, ChannelReader<ConnectionContext> arriving) : IConnectionListener
    {
        private Task<ConnectionContext?>? _overSocket;
        private Task<ConnectionContext>? _inMemory;

        public EndPoint EndPoint => sockets.EndPoint;

        public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
        {
            _overSocket ??= sockets.AcceptAsync(cancellationToken).AsTask();
            _inMemory ??= arriving.ReadAsync(cancellationToken).AsTask();
            if (await Task.WhenAny((Task)_overSocket, _inMemory) == _inMemory)
            {
                var connection = await _inMemory;
                _inMemory = null;
                return connection;
            }

            var accepted = await _overSocket;
            _overSocket = null;
            return accepted;
        }

        public ValueTask UnbindAsync(CancellationToken cancellationToken = default) => sockets.UnbindAsync(cancellationToken);

        public ValueTask DisposeAsync() => sockets.DisposeAsync();
    }
}
