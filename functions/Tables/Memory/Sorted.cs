namespace FollowUp.Tables.Memory;

/// <summary>
/// Things by name, in ordinal order. Two lists and a binary search: what is stored mostly grows at its end, and a range is read
/// from where it begins, which the framework's own sorted collections do not offer.
/// </summary>
internal sealed class Sorted<T>
    where T : class
{
    private readonly List<string> names = [];
    private readonly List<T> values = [];

    public int Count => names.Count;

    public string NameAt(int index) => names[index];

    public T this[int index] => values[index];

    /// <summary>The same names, each with a copy of what it names.</summary>
    public Sorted<T> Copy(Func<T, T> copy)
    {
        Sorted<T> other = new();
        other.names.AddRange(names);
        other.values.AddRange(values.Select(copy));
        return other;
    }

    public T? Find(string name)
    {
        int index = FirstFrom(name);
        return index < names.Count && names[index] == name ? values[index] : null;
    }

    public void Set(string name, T value)
    {
        int index = FirstFrom(name);
        if (index < names.Count && names[index] == name)
        {
            values[index] = value;
            return;
        }

        names.Insert(index, name);
        values.Insert(index, value);
    }

    public void Remove(string name)
    {
        int index = FirstFrom(name);
        if (index < names.Count && names[index] == name)
        {
            names.RemoveAt(index);
            values.RemoveAt(index);
        }
    }

    /// <summary>The index of the first name that is not before <paramref name="name"/>; the count where there is none.</summary>
    public int FirstFrom(string name)
    {
        if (names.Count == 0 || string.CompareOrdinal(names[^1], name) < 0)
        {
            return names.Count;
        }

        (int low, int high) = (0, names.Count - 1);
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (string.CompareOrdinal(names[middle], name) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
