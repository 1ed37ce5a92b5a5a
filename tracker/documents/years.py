"""x"""
def infer_year(statement, text):
    return None
