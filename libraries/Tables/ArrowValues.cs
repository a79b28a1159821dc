using Apache.Arrow;
using Apache.Arrow.Types;

namespace MonitoringDemo.Tables;

/// <summary>The values of one column of a batch of Arrow.</summary>
internal static class ArrowValues
{
    private const long NanosecondsPerTick = 100;

    public static StatedType TypeOf(IArrowType type) => type.TypeId switch
    {
        ArrowTypeId.Dictionary => TypeOf(((DictionaryType)type).ValueType) == StatedType.Unstated ? StatedType.Category : TypeOf(((DictionaryType)type).ValueType),
        ArrowTypeId.Boolean => StatedType.Boolean,
        ArrowTypeId.Timestamp or ArrowTypeId.Date32 or ArrowTypeId.Date64 => StatedType.Time,
        ArrowTypeId.String or ArrowTypeId.LargeString or ArrowTypeId.StringView or ArrowTypeId.Null => StatedType.Unstated,
        >= ArrowTypeId.UInt8 and <= ArrowTypeId.Double or ArrowTypeId.Decimal128 or ArrowTypeId.Decimal256 or ArrowTypeId.Decimal32 or ArrowTypeId.Decimal64
            or ArrowTypeId.Time32 or ArrowTypeId.Time64 or ArrowTypeId.Duration => StatedType.Number,
        _ => StatedType.Other,
    };

    /// <summary>Adds the cells of the rows [from, to).</summary>
    /// <returns>How many.</returns>
    public static int Add(StatedType type, IArrowArray array, int from, int to, ColumnCells cells)
    {
        for (var row = from; row < to; row++)
        {
            if (type == StatedType.Other || array.IsNull(row))
                cells.AddMissing();
            else
                AddOne(array, row, cells);
        }

        return to - from;
    }

    private static void AddOne(IArrowArray array, int row, ColumnCells cells)
    {
        switch (array)
        {
            case DictionaryArray dictionary:
                AddOfDictionary(dictionary, row, cells);
                break;
            case StringArray texts:
                cells.AddUtf8(texts.GetBytes(row));
                break;
            case LargeStringArray texts:
                cells.AddUtf8(texts.GetBytes(row));
                break;
            case StringViewArray texts:
                cells.AddUtf8(texts.GetBytes(row));
                break;
            case BooleanArray truths:
                cells.AddText(truths.GetValue(row) == true ? "true" : "false");
                break;
            case TimestampArray times:
                cells.AddTime(TicksOf(times.GetValue(row)!.Value, ((TimestampType)times.Data.DataType).Unit));
                break;
            case Date32Array dates:
                cells.AddTime(checked(DateTime.UnixEpoch.Ticks + (dates.GetValue(row)!.Value * TimeSpan.TicksPerDay)));
                break;
            case Date64Array dates:
                cells.AddTime(checked(DateTime.UnixEpoch.Ticks + (dates.GetValue(row)!.Value * TimeSpan.TicksPerMillisecond)));
                break;
            default:
                cells.AddNumber(NumberOf(array, row));
                break;
        }
    }

    private static void AddOfDictionary(DictionaryArray dictionary, int row, ColumnCells cells)
    {
        var index = (int)NumberOf(dictionary.Indices, row);
        if (dictionary.Dictionary.IsNull(index))
            cells.AddMissing();
        else
            AddOne(dictionary.Dictionary, index, cells);
    }

    private static long TicksOf(long value, TimeUnit unit) => checked(DateTime.UnixEpoch.Ticks + (unit switch
    {
        TimeUnit.Second => value * TimeSpan.TicksPerSecond,
        TimeUnit.Millisecond => value * TimeSpan.TicksPerMillisecond,
        TimeUnit.Microsecond => value * TimeSpan.TicksPerMicrosecond,
        _ => (value - (((value % NanosecondsPerTick) + NanosecondsPerTick) % NanosecondsPerTick)) / NanosecondsPerTick,
    }));

    private static double NumberOf(IArrowArray array, int row) => array switch
    {
        DoubleArray numbers => numbers.GetValue(row)!.Value,
        FloatArray numbers => numbers.GetValue(row)!.Value,
        HalfFloatArray numbers => (double)numbers.GetValue(row)!.Value,
        Int64Array numbers => numbers.GetValue(row)!.Value,
        Int32Array numbers => numbers.GetValue(row)!.Value,
        Int16Array numbers => numbers.GetValue(row)!.Value,
        Int8Array numbers => numbers.GetValue(row)!.Value,
        UInt64Array numbers => numbers.GetValue(row)!.Value,
        UInt32Array numbers => numbers.GetValue(row)!.Value,
        UInt16Array numbers => numbers.GetValue(row)!.Value,
        UInt8Array numbers => numbers.GetValue(row)!.Value,
        Decimal128Array numbers => numbers.GetSqlDecimal(row)!.Value.ToDouble(),
        Decimal256Array numbers => (double)numbers.GetValue(row)!.Value,
        Decimal32Array numbers => (double)numbers.GetValue(row)!.Value,
        Decimal64Array numbers => (double)numbers.GetValue(row)!.Value,
        Time32Array times => times.GetValue(row)!.Value,
        Time64Array times => times.GetValue(row)!.Value,
        DurationArray times => times.GetValue(row)!.Value,
        _ => throw new NotSupportedException($"values of type {array.Data.DataType.Name}"),
    };
}
