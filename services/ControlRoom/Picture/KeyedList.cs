using System.Diagnostics.CodeAnalysis;

namespace MonitoringDemo.ControlRoom.Picture;

/// <summary>Items in the order in which they came, found by key, with a bound: past it the oldest that may go goes.</summary>
internal sealed class KeyedList<TKey, T>(Func<T, TKey> keyOf, int bound, Func<T, bool>? mustStay = null)
    where TKey : notnull
    where T : class
{
    private readonly List<T> _items = [];

    /// <summary>A copy: it is serialised outside the lock.</summary>
    public IReadOnlyList<T> Items => [.. _items];

    public bool TryGet(TKey key, [NotNullWhen(true)] out T? item)
    {
        item = _items.FindLast(i => keyOf(i).Equals(key));
        return item is not null;
    }

    public T? LastOrDefault(Func<T, bool> which) => _items.LastOrDefault(which);

    public T? FirstOrDefault(Func<T, bool> which) => _items.FirstOrDefault(which);

    /// <summary>Adds, or replaces in place.</summary>
    public T Put(T item)
    {
        var key = keyOf(item);
        var index = _items.FindLastIndex(i => keyOf(i).Equals(key));
        if (index >= 0)
            _items[index] = item;
        else
            _items.Add(item);

        while (_items.Count > bound)
        {
            var oldest = mustStay is null ? 0 : _items.FindIndex(i => !mustStay(i));
            _items.RemoveAt(Math.Max(oldest, 0));
        }

        return item;
    }

    public void PutAll(IEnumerable<T>? items)
    {
        foreach (var item in items ?? [])
            Put(item);
    }

    public void RemoveWhere(Predicate<T> which) => _items.RemoveAll(which);
}
