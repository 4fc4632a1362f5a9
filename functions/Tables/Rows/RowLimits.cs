namespace FollowUp.Tables.Rows;

/// <summary>What Azure takes, as documented; the emulator lets most of it pass.</summary>
internal static class RowLimits
{
    public const int RowBytesMax = 1024 * 1024;

    /// <summary>255 with both keys and the timestamp.</summary>
    public const int PropertiesMax = 252;

    public const int ValueBytesMax = 64 * 1024;

    public const int NameMax = 255;

    /// <summary>1 KiB of UTF-16.</summary>
    public const int KeyMax = 512;

    public static void DemandKey(string key)
    {
        if (key.Length > KeyMax)
        {
            throw new RefusedException(Refusal.KeyValueTooLarge);
        }

        foreach (char letter in key)
        {
            if (letter is '/' or '\\' or '#' or '?' || char.IsControl(letter))
            {
                throw new RefusedException(Refusal.OutOfRangeInput);
            }
        }
    }

    public static void DemandProperties(Property[] properties)
    {
        for (int index = 0; index < properties.Length; index++)
        {
            DemandName(properties[index].Name);
            DemandValue(properties[index].Value);
            for (int earlier = 0; earlier < index; earlier++)
            {
                if (properties[earlier].Name == properties[index].Name)
                {
                    throw new RefusedException(Refusal.DuplicatePropertiesSpecified);
                }
            }
        }
    }

    /// <summary>Null when the row may lie in a table.</summary>
    public static Refusal? OfWhole(string partition, string key, Property[] properties)
    {
        if (properties.Length > PropertiesMax)
        {
            return Refusal.TooManyProperties;
        }

        int size = 4 + (2 * (partition.Length + key.Length));
        foreach (ref readonly Property property in properties.AsSpan())
        {
            size += property.Size;
        }

        return size > RowBytesMax ? Refusal.EntityTooLarge : null;
    }

    private static void DemandName(string name)
    {
        if (name.Length > NameMax)
        {
            throw new RefusedException(Refusal.PropertyNameTooLong);
        }

        if (name.Length == 0 || char.IsDigit(name[0]) || !IsIdentifier(name))
        {
            throw new RefusedException(Refusal.PropertyNameInvalid);
        }
    }

    private static bool IsIdentifier(string name)
    {
        foreach (char letter in name)
        {
            if (letter != '_' && !char.IsLetterOrDigit(letter))
            {
                return false;
            }
        }

        return true;
    }

    private static void DemandValue(object value)
    {
        bool isTooLarge = value is string text ? 2 * text.Length > ValueBytesMax : value is byte[] { Length: > ValueBytesMax };
        if (isTooLarge)
        {
            throw new RefusedException(Refusal.PropertyValueTooLarge);
        }

        if (value is DateTime moment && moment < Timestamps.Earliest)
        {
            throw new RefusedException(Refusal.OutOfRangeInput);
        }
    }
}
