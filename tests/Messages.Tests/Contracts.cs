using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MonitoringDemo.Messages.Tests;

/// <summary>What each record of the Messages library promises: its members, the type of each, and whether a sender has to give it.</summary>
internal static class Contracts
{
    private static readonly JsonSerializerOptions _options = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly NullabilityInfoContext _nullability = new();

    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Now() => typeof(CommandAttribute).Assembly.GetExportedTypes()
        .Where(type => type.GetMethod("<Clone>$") is not null)
        .OrderBy(type => type.FullName, StringComparer.Ordinal)
        .ToDictionary(type => type.FullName!, IReadOnlyDictionary<string, string> (type) => Members(type));

    public static string ToText(IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> contracts) => JsonSerializer.Serialize(contracts, _options) + "\n";

    public static Dictionary<string, Dictionary<string, string>> Read(string text) => JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(text)!;

    /// <summary>What a service of the version before would stumble over, and what one of this version would stumble over in its messages.</summary>
    public static IEnumerable<string> Breaches(Dictionary<string, Dictionary<string, string>> before, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> now)
    {
        foreach (var (record, members) in before)
        {
            if (!now.TryGetValue(record, out var present))
            {
                yield return $"{record} is gone: whoever sends it is not heard any more";
                continue;
            }

            foreach (var (member, type) in members)
            {
                if (!present.TryGetValue(member, out var kept)) yield return $"{record}.{member} is gone or renamed";
                else if (kept != type) yield return $"{record}.{member} was {type} and is {kept}";
            }

            foreach (var (member, type) in present.Where(each => !members.ContainsKey(each.Key) && !each.Value.EndsWith(Optional, StringComparison.Ordinal)))
                yield return $"{record}.{member} ({type}) is new, and has to have a default: an older sender does not give it";
        }
    }

    private const string Optional = ", optional";

    private static Dictionary<string, string> Members(Type record) => record.GetConstructors().OrderByDescending(constructor => constructor.GetParameters().Length).First()
        .GetParameters().ToDictionary(
            parameter => JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!),
            parameter => $"{NameOf(parameter.ParameterType)}{(IsNullable(parameter) ? "?" : "")}{(parameter.HasDefaultValue ? Optional : "")}");

    private static bool IsNullable(ParameterInfo parameter) => !parameter.ParameterType.IsValueType && _nullability.Create(parameter).ReadState == NullabilityState.Nullable;

    private static string NameOf(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } value) return $"{NameOf(value)}?";
        return type.IsGenericType ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>" : type.Name;
    }
}
