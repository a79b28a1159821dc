using System.Text.Json;
using System.Text.Json.Serialization;
using MassTransit.Serialization;

namespace MonitoringDemo.ServiceDefaults.Messaging;

/// <summary>How messages and checkpoints are written: camelCase, and NaN and the infinities as text.</summary>
public static class MessageJson
{
    /// <summary>For checkpoints, envelopes and files. Shared; read-only.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>What the bus writes and reads messages with. Shared; read-only.</summary>
    public static JsonSerializerOptions BusOptions { get; } = ForBus();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { NumberHandling = Numbers };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    /// <summary>MassTransit's own options, which refuse a NaN, and take a message that lacks a part which every sender has to give: a consumer would stumble over that null each time it is handed over.</summary>
    private static JsonSerializerOptions ForBus() => new(SystemTextJsonMessageSerializer.Options)
    {
        NumberHandling = Numbers,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    private const JsonNumberHandling Numbers = JsonNumberHandling.AllowNamedFloatingPointLiterals | JsonNumberHandling.AllowReadingFromString;
}
