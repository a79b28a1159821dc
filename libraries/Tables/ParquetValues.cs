using System.Globalization;
using Parquet;
using Parquet.Schema;

namespace MonitoringDemo.Tables;

/// <summary>The values of one column of a row group of Parquet.</summary>
internal static class ParquetValues
{
    public static StatedType TypeOf(DataField field) =>
        field.IsArray || field.MaxRepetitionLevel > 0 || field.Path.ToList().Count > 1 ? StatedType.Other
        : IsText(field) || field.ClrType == typeof(Guid) ? StatedType.Unstated
        : field.ClrType == typeof(bool) ? StatedType.Boolean
        : field.ClrType == typeof(DateTime) || field.ClrType == typeof(DateOnly) ? StatedType.Time
        : IsNumber(field.ClrType) ? StatedType.Number
        : StatedType.Other;

    /// <summary>Reads a column; what it gives adds the cell of a row.</summary>
    public static Action<ColumnCells, int> Load(ParquetRowGroupReader group, DataField field, int rows)
    {
        if (IsText(field))
            return LoadTexts(group, field, rows);
        return Type.GetTypeCode(field.ClrType) switch
        {
            TypeCode.Double => Load<double>(group, field, rows, static (cells, value) => cells.AddNumber(value)),
            TypeCode.Single => Load<float>(group, field, rows, static (cells, value) => cells.AddNumber(value)),
            TypeCode.Int64 => Load<long>(group, field, rows, static (cells, value) => cells.AddNumber(value)),
            TypeCode.Int32 => Load<int>(group, field, rows, static (cells, value) => cells.AddNumber(value)),
            TypeCode.Int16 => Load<short>(group, field, rows, static (cells, value) => cells.AddNumber(value)),
            TypeCode.SByte => Load<sbyte>(group, field, rows, static (cells, value) => cells.AddNumber(value)),
            TypeCode.UInt64 => Load<ulong>(group, field, rows, static (cells, value) => cells.AddNumber(value)),
            TypeCode.UInt32 => Load<uint>(group, field, rows, static (cells, value) => cells.AddNumber(value)),
            TypeCode.UInt16 => Load<ushort>(group, field, rows, static (cells, value) => cells.AddNumber(value)),
            TypeCode.Byte => Load<byte>(group, field, rows, static (cells, value) => cells.AddNumber(value)),
            TypeCode.Decimal => Load<decimal>(group, field, rows, static (cells, value) => cells.AddNumber((double)value)),
            TypeCode.Boolean => Load<bool>(group, field, rows, static (cells, value) => cells.AddText(value ? "true" : "false")),
            TypeCode.DateTime => Load<DateTime>(group, field, rows, static (cells, value) => cells.AddTime(value.Ticks)),
            _ when field.ClrType == typeof(DateOnly) => Load<DateOnly>(group, field, rows, static (cells, value) => cells.AddTime(value.ToDateTime(TimeOnly.MinValue).Ticks)),
            _ when field.ClrType == typeof(TimeSpan) => Load<TimeSpan>(group, field, rows, static (cells, value) => cells.AddNumber(value.TotalSeconds)),
            _ when field.ClrType == typeof(TimeOnly) => Load<TimeOnly>(group, field, rows, static (cells, value) => cells.AddNumber(value.ToTimeSpan().TotalSeconds)),
            _ => Load<Guid>(group, field, rows, static (cells, value) => cells.AddText(value.ToString("D", CultureInfo.InvariantCulture))),
        };
    }

    private static bool IsText(DataField field) => field.ClrType == typeof(string) || field.ClrType == typeof(ReadOnlyMemory<char>);

    private static bool IsNumber(Type type) => type == typeof(TimeSpan) || type == typeof(TimeOnly)
        || Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.Decimal;

    private static Action<ColumnCells, int> LoadTexts(ParquetRowGroupReader group, DataField field, int rows)
    {
        var texts = new string?[rows];
        Wait(group.ReadAsync(field, texts.AsMemory()!));
        return (cells, row) =>
        {
            if (texts[row] is { } text)
                cells.AddText(text);
            else
                cells.AddMissing();
        };
    }

    private static Action<ColumnCells, int> Load<T>(ParquetRowGroupReader group, DataField field, int rows, Action<ColumnCells, T> add)
        where T : struct
    {
        if (!field.IsNullable)
        {
            var values = new T[rows];
            Wait(group.ReadAsync(field, values.AsMemory()));
            return (cells, row) => add(cells, values[row]);
        }

        var maybe = new T?[rows];
        Wait(group.ReadAsync(field, maybe.AsMemory()));
        return (cells, row) =>
        {
            if (maybe[row] is { } value)
                add(cells, value);
            else
                cells.AddMissing();
        };
    }

    private static void Wait(ValueTask reading) => reading.AsTask().GetAwaiter().GetResult();
}
