using System.Text.Json;
using System.Text.Json.Serialization;

namespace MonitoringDemo.ServiceDefaults.Messaging;

/// <summary>How messages and checkpoints are written: as the bus writes them, and with NaN and the infinities as text.</summary>
public static class MessageJson
{
    /// <summary>Shared; read-only.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals | JsonNumberHandling.AllowReadingFromString,
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
