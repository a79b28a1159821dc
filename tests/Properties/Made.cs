using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace MonitoringDemo.Properties;

/// <summary>Makes up records of any type, every member of them, and tells what is in one, to the bit.</summary>
internal static class Made
{
    private static readonly NullabilityInfoContext s_nullability = new();
    private static readonly string[] s_texts = ["", "a", "hits-8012", "line\nbreak", "\"quoted\" \\", "\u0001", "Größe", "楽曲", "🎵", "</script>", "null"];
    private static readonly double[] s_numbers = [0, -0.0, 1, 0.1, 1e-300, double.MaxValue, double.Epsilon, double.NaN, double.PositiveInfinity, double.NegativeInfinity];

    /// <summary>The same seed makes the same.</summary>
    public static object Up(Type type, int seed) => New(type, new Random(seed));

    public static string Told(object? value) => Tell(new StringBuilder(), value).ToString();

    private static object New(Type type, Random random)
    {
        if (Nullable.GetUnderlyingType(type) is { } value) return New(value, random);
        if (type == typeof(string)) return s_texts[random.Next(s_texts.Length)];
        if (type == typeof(bool)) return random.Next(2) == 1;
        if (type == typeof(byte)) return (byte)random.Next(256);
        if (type == typeof(int)) return random.Next(4) switch { 0 => int.MaxValue, 1 => int.MinValue, _ => random.Next(100) };
        if (type == typeof(long)) return random.Next(4) switch { 0 => long.MaxValue, 1 => long.MinValue, _ => random.NextInt64(100_000) };
        if (type == typeof(ulong)) return random.Next(4) == 0 ? ulong.MaxValue : (ulong)random.NextInt64();
        if (type == typeof(double)) return random.Next(2) == 0 ? random.NextDouble() : s_numbers[random.Next(s_numbers.Length)];
        if (type == typeof(DateTimeOffset)) return new DateTimeOffset(random.NextInt64(DateTime.MaxValue.Ticks), TimeSpan.Zero);
        if (type == typeof(Guid)) return new Guid([.. Enumerable.Range(0, 16).Select(_ => (byte)random.Next(256))]);
        if (type.IsEnum) return Enum.GetValues(type).GetValue(random.Next(Enum.GetValues(type).Length))!;
        if (type.IsArray) return Items(type.GetElementType()!, random);
        if (!type.IsGenericType) return NewRecord(type, random);

        var parts = type.GetGenericArguments();
        return parts.Length == 1 ? Fill(typeof(List<>).MakeGenericType(parts), Items(parts[0], random)) : Pairs(parts, random);
    }

    private static object NewRecord(Type type, Random random)
    {
        var constructor = Constructor(type);
        var made = constructor.Invoke([.. constructor.GetParameters().Select(parameter => Maybe(parameter.ParameterType, s_nullability.Create(parameter), random))]);
        var given = constructor.GetParameters().Select(parameter => parameter.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var member in Members(type).Where(member => !given.Contains(member.Name)))
            member.SetValue(made, Maybe(member.PropertyType, s_nullability.Create(member), random));
        return made;
    }

    private static object? Maybe(Type type, NullabilityInfo nullability, Random random) =>
        nullability.WriteState == NullabilityState.Nullable && random.Next(4) == 0 ? null : New(type, random);

    private static Array Items(Type type, Random random)
    {
        var items = Array.CreateInstance(type, random.Next(4));
        for (var i = 0; i < items.Length; i++) items.SetValue(New(type, random), i);
        return items;
    }

    private static IList Fill(Type type, Array items)
    {
        var list = (IList)Activator.CreateInstance(type)!;
        foreach (var item in items) list.Add(item);
        return list;
    }

    private static IDictionary Pairs(Type[] parts, Random random)
    {
        var pairs = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(parts))!;
        for (var i = random.Next(4); i > 0; i--) pairs[New(parts[0], random)] = New(parts[1], random);
        return pairs;
    }

    /// <summary>What a record holds; what it only computes is left out.</summary>
    private static IEnumerable<PropertyInfo> Members(Type type)
    {
        var given = Constructor(type).GetParameters().Select(parameter => parameter.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(member => member.GetIndexParameters().Length == 0 && (member.CanWrite || given.Contains(member.Name)))
            .OrderBy(member => member.Name, StringComparer.Ordinal);
    }

    private static ConstructorInfo Constructor(Type type) => type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        .Where(each => each.GetParameters() is not [var copied] || copied.ParameterType != type)
        .MaxBy(each => each.GetParameters().Length)!;

    private static StringBuilder Tell(StringBuilder text, object? value) => value switch
    {
        null => text.Append("nothing"),
        string words => text.Append('\'').Append(words).Append('\''),
        double number => text.Append(double.IsNaN(number) ? "NaN" : BitConverter.DoubleToInt64Bits(number).ToString("x", CultureInfo.InvariantCulture)),
        DateTimeOffset time => text.Append(time.UtcTicks),
        IFormattable plain => text.Append(plain.ToString(null, CultureInfo.InvariantCulture)),
        bool truth => text.Append(truth),
        IEnumerable items => Within(text, "[]", items.Cast<object?>(), item => Tell(text, item)),
        _ => Within(text.Append(value.GetType().Name), "{}", Members(value.GetType()), member => Tell(text.Append(member.Name).Append('='), member.GetValue(value))),
    };

    private static StringBuilder Within<T>(StringBuilder text, string brackets, IEnumerable<T> items, Action<T> tell)
    {
        text.Append(brackets[0]);
        foreach (var item in items)
        {
            tell(item);
            text.Append(' ');
        }

        return text.Append(brackets[1]);
    }
}
