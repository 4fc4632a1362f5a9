namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>Says what a parameter of a function is bound to.</summary>
public abstract class BindingAttribute : Attribute
{
    public BindingAttribute()
    {
    }
}

/// <summary>Says what makes a function run. Each function has exactly one.</summary>
public abstract class TriggerBindingAttribute : BindingAttribute
{
    public TriggerBindingAttribute()
    {
    }
}

/// <summary>Says what else a function is given when it runs.</summary>
public abstract class InputBindingAttribute : BindingAttribute
{
    public InputBindingAttribute()
    {
    }
}
