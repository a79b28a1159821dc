using System.Text;
using System.Text.Json;
using MonitoringDemo.ServiceDefaults.Messaging;

namespace MonitoringDemo.ServiceDefaults.LogStream;

/// <summary>What came over the stream and could not be read: one line of JSON each, for a person to look at.</summary>
/// <param name="path">The file.</param>
/// <param name="mostBytes">The size above which only what is known about a message is kept, and not its bytes.</param>
internal sealed class ParkedMessages(string path, long mostBytes)
{
    /// <summary>Sets one aside. One that is handed over again after a restart may stand there twice.</summary>
    public void Park(StreamDelivery delivery, string reason, DateTimeOffset time)
    {
        var size = File.Exists(path) ? new FileInfo(path).Length : 0;
        var body = size + (delivery.Body.Length * 4L / 3) <= mostBytes ? Convert.ToBase64String(delivery.Body.Span) : null;
        var line = JsonSerializer.Serialize(
            new { delivery.Offset, time, reason, delivery.Message?.Producer, delivery.Message?.Log, delivery.Message?.Ordinal, bytes = delivery.Body.Length, body }, MessageJson.Options);
        File.AppendAllText(path, line + "\n", Encoding.UTF8);
    }
}
