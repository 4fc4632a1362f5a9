using System.Text.Json;

namespace Microsoft.DurableTask
{
    /// <summary>How inputs, results and events become text and back.</summary>
    public abstract class DataConverter
    {
        public abstract string? Serialize(object? value);

        public abstract object? Deserialize(string? data, Type targetType);

        public virtual T? Deserialize<T>(string? data) => (T?)(Deserialize(data, typeof(T)) ?? default(T));
    }
}

namespace Microsoft.DurableTask.Converters
{
    /// <summary>JSON as System.Text.Json writes it by default, fields included. It is part of every stored history.</summary>
    public class JsonDataConverter : DataConverter
    {
        static readonly JsonSerializerOptions WithFields = new() { IncludeFields = true };

        readonly JsonSerializerOptions options;

        public JsonDataConverter(JsonSerializerOptions? options = null) => this.options = options ?? WithFields;

        public static JsonDataConverter Default { get; } = new();

        public override string? Serialize(object? value) =>
            value is null ? null : JsonSerializer.Serialize(value, options);

        public override object? Deserialize(string? data, Type targetType) =>
            data is null ? null : JsonSerializer.Deserialize(data, targetType, options);
    }
}
